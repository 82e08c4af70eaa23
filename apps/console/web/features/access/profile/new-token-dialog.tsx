import { Field, Input, Select } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { isAtLeast, type Role, ROLES } from "../../../../server/roles.ts";
import { FormDialog } from "../../../components/form-dialog.tsx";
import { useTRPC } from "../../../trpc.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import { PasswordField } from "./password-field.tsx";
import type { Account } from "./profile-page.tsx";

const DAYS = ["30", "90", "365", "none"] as const;

type Props = { account: Account; onClose: () => void; onMade: (made: { name: string; token: string }) => void };

/** Asks what is needed for a new token. */
export function NewTokenDialog({ account, onClose, onMade }: Props) {
  const t = useTranslations("access.tokens");
  const tRoom = useTranslations("access");
  const tRoles = useTranslations("shell.roles");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const { mutateAsync, isPending } = useMutation(trpc.apiToken.create.mutationOptions());
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [days, setDays] = useState<(typeof DAYS)[number]>("90");
  const [password, setPassword] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const [passwordFault, setPasswordFault] = useState<string | null>(null);

  async function make() {
    const trimmed = name.trim();
    const lacksPassword = account.hasPassword && password === "";
    setIsMissing(trimmed === "");
    setPasswordFault(lacksPassword ? tRoom("password.currentMissing") : null);
    if (trimmed === "" || lacksPassword) return;
    try {
      const made = await mutateAsync({
        name: trimmed,
        role,
        days: days === "none" ? null : Number(days),
        ...(account.hasPassword && { password }),
      });
      if (made === null) return setPasswordFault(tRoom("password.wrong"));
      onMade({ name: trimmed, token: made.token });
      await queryClient.invalidateQueries(trpc.apiToken.list.queryFilter());
    } catch (error) {
      tellFailure(error);
    }
  }

  return (
    <FormDialog
      title={t("create")}
      text={t("text")}
      labels={{ cancel: tRoom("cancel"), submit: t("create") }}
      isBusy={isPending}
      onClose={onClose}
      onSubmit={() => void make()}
    >
      <Field label={t("name")} hint={t("nameHint")} error={isMissing && t("nameMissing")}>
        <Input value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
      </Field>
      <Field label={t("role")}>
        <Select
          value={role}
          options={ROLES.filter((one) => isAtLeast(account.role, one)).map((value) => ({
            value,
            label: tRoles(value),
          }))}
          onChange={setRole}
        />
      </Field>
      <Field label={t("days")}>
        <Select
          value={days}
          options={DAYS.map((value) => ({
            value,
            label: value === "none" ? t("notByItself") : t("inDays", { days: Number(value) }),
          }))}
          onChange={setDays}
        />
      </Field>
      {account.hasPassword && <PasswordField value={password} fault={passwordFault} onChange={setPassword} />}
    </FormDialog>
  );
}
