import { Button, Field, Input, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import type { Account } from "./profile-page.tsx";
import { Section } from "./section.tsx";

/** What one is called here, and as what one is known. */
export function NameSection({ account }: { account: Account }) {
  const t = useTranslations("access.profile");
  const tRoles = useTranslations("shell.roles");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const tellFailure = useTellFailure();
  const { mutateAsync, isPending } = useMutation(trpc.account.rename.mutationOptions());
  const [name, setName] = useState(account.name);
  const [isMissing, setIsMissing] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsMissing(name.trim() === "");
    if (name.trim() === "") return;
    try {
      await mutateAsync({ name });
      toast.show({ title: t("saved") });
      await queryClient.invalidateQueries(trpc.account.get.queryFilter());
      await queryClient.invalidateQueries(trpc.session.me.queryFilter());
    } catch (error) {
      tellFailure(error);
    }
  }

  return (
    <Section title={account.name}>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <div>
          <dt className="text-sm text-ink-muted">{t("email")}</dt>
          <dd className="wrap-anywhere">{account.email}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-muted">{t("role")}</dt>
          <dd>{tRoles(account.role)}</dd>
        </div>
      </dl>
      <form noValidate className="flex items-end gap-2" onSubmit={(event) => void save(event)}>
        <Field label={t("name")} error={isMissing && t("nameMissing")} className="max-w-80 flex-1">
          <Input value={name} maxLength={100} autoComplete="name" onChange={({ target }) => setName(target.value)} />
        </Field>
        <Button type="submit" isBusy={isPending} disabled={name === account.name}>
          {t("save")}
        </Button>
      </form>
    </Section>
  );
}
