import { Field, Input, Select, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FormDialog } from "../../../components/form-dialog.tsx";
import { useTRPC } from "../../../trpc.ts";
import type { NewHook } from "./made-hook.tsx";

const KINDS = ["alertmanager", "grafana", "zabbix", "sentry", "payment", "one_c", "generic"] as const;
/** The bot that notifies, where a portal has it. */
const NOTIFY = "notify";

type Props = {
  portalId: string;
  bots: readonly { id: string; name: string; code: string }[];
  isOpen: boolean;
  onClose: () => void;
  onMade: (hook: NewHook) => void;
};

/** Asks what is needed for a new source. */
export function NewHookDialog({ portalId, bots, isOpen, onClose, onMade }: Props) {
  const t = useTranslations("notifications.sources");
  const tRoom = useTranslations("notifications");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { mutateAsync, isPending } = useMutation(trpc.hook.create.mutationOptions());
  const [name, setName] = useState("");
  const [kind, setKind] = useState<(typeof KINDS)[number]>("alertmanager");
  const [chosenBot, setChosenBot] = useState<string | null>(null);
  const [isNameMissing, setIsNameMissing] = useState(false);
  const botId = chosenBot ?? (bots.find(({ code }) => code === NOTIFY) ?? bots[0])?.id;

  async function make(): Promise<void> {
    const trimmed = name.trim();
    setIsNameMissing(trimmed === "");
    if (trimmed === "" || botId === undefined) return;
    try {
      const made = await mutateAsync({ portalId, botId, name: trimmed, kind });
      setName("");
      onMade({ ...made, name: trimmed, kind });
      await queryClient.invalidateQueries(trpc.hook.list.queryFilter({ portalId }));
    } catch {
      toast.show({ title: tRoom("notSaved"), tone: "danger" });
    }
  }

  return (
    <FormDialog
      title={t("form.title")}
      text={t("form.text")}
      labels={{ cancel: t("form.cancel"), submit: t("form.create") }}
      isOpen={isOpen}
      isBusy={isPending}
      isDisabled={botId === undefined}
      onClose={onClose}
      onSubmit={() => void make()}
    >
      <Field label={t("form.name")} hint={t("form.nameHint")} error={isNameMissing && t("form.nameMissing")}>
        <Input value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
      </Field>
      <Field label={t("form.kind")}>
        <Select
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={setKind}
        />
      </Field>
      {botId === undefined ? (
        <p className="text-danger">{t("form.noBot")}</p>
      ) : (
        <Field label={t("form.bot")}>
          <Select
            value={botId}
            options={bots.map((bot) => ({ value: bot.id, label: bot.name }))}
            onChange={setChosenBot}
          />
        </Field>
      )}
    </FormDialog>
  );
}
