import { Button, Field, Input, Popover, type PopoverProps } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";

import { Switch } from "../../../components/switch.tsx";
import { useTRPC } from "../../../trpc.ts";
import type { WantedList } from "../search.ts";

type Props = Pick<PopoverProps, "trigger"> & { wanted: WantedList };

/** Asks for the view's name and whose it is to be. */
export function SavePopover({ trigger, wanted }: Props) {
  const t = useTranslations("list.view");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: me } = useQuery(trpc.session.me.queryOptions());
  const [name, setName] = useState("");
  const [isShared, setIsShared] = useState(false);
  const save = useMutation(
    trpc.savedView.add.mutationOptions({
      onSuccess: async () => {
        setName("");
        await queryClient.invalidateQueries(trpc.savedView.list.pathFilter());
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    const search = Object.fromEntries(
      Object.entries(wanted).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
    save.mutate({ page: "/conversations", name, search, isShared });
  };
  return (
    <Popover align="end" title={t("title")} trigger={trigger}>
      <form className="flex flex-col gap-3" onSubmit={submit}>
        <Field label={t("name")} error={save.error?.message}>
          <Input value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        {(me?.role === "lead" || me?.role === "admin") && (
          <Switch label={t("shared")} hint={t("sharedHint")} isOn={isShared} onChange={setIsShared} />
        )}
        <p role="status" className="text-sm text-ink-muted empty:hidden">
          {save.isSuccess && name === "" ? t("saved") : null}
        </p>
        <Button type="submit" variant="primary" isBusy={save.isPending} disabled={name.trim() === ""}>
          {t("save")}
        </Button>
      </form>
    </Popover>
  );
}
