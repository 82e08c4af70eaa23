import { Field, Input, Select } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { type Role, ROLES } from "../../../../server/roles.ts";
import { FormDialog } from "../../../components/form-dialog.tsx";
import { failureOf, useTRPC } from "../../../trpc.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import type { PasswordLink } from "./person-types.ts";

type Props = { onClose: () => void; onMade: (link: PasswordLink) => void };

/** Asks what is needed for somebody new. */
export function NewPersonDialog({ onClose, onMade }: Props) {
  const t = useTranslations("access.people");
  const tRoom = useTranslations("access");
  const tRoles = useTranslations("shell.roles");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const { mutateAsync, isPending } = useMutation(trpc.login.create.mutationOptions());
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("operator");
  const [faults, setFaults] = useState({ name: null as string | null, email: null as string | null });

  async function add() {
    const found = {
      name: name.trim() === "" ? t("form.nameMissing") : null,
      email: /^\S+@\S+\.\S+$/.test(email.trim()) ? null : t("form.emailMissing"),
    };
    setFaults(found);
    if (found.name !== null || found.email !== null) return;
    try {
      const { url, expiresAt } = await mutateAsync({ name: name.trim(), email: email.trim(), role });
      onMade({ name: name.trim(), url, expiresAt });
      await queryClient.invalidateQueries(trpc.login.list.infiniteQueryFilter());
    } catch (error) {
      const { code } = failureOf(error);
      if (code === "CONFLICT") setFaults({ name: null, email: t("form.taken") });
      else if (code === "BAD_REQUEST") setFaults({ name: null, email: t("form.emailMissing") });
      else tellFailure(error);
    }
  }

  return (
    <FormDialog
      title={t("form.title")}
      text={t("form.text")}
      labels={{ cancel: tRoom("cancel"), submit: t("form.submit") }}
      isBusy={isPending}
      onClose={onClose}
      onSubmit={() => void add()}
    >
      <Field label={t("form.name")} error={faults.name ?? false}>
        <Input value={name} maxLength={100} autoComplete="off" onChange={({ target }) => setName(target.value)} />
      </Field>
      <Field label={t("form.email")} error={faults.email ?? false}>
        <Input
          type="email"
          value={email}
          maxLength={254}
          autoComplete="off"
          onChange={({ target }) => setEmail(target.value)}
        />
      </Field>
      <Field label={t("form.role")} hint={t(`roleHints.${role}`)}>
        <Select value={role} options={ROLES.map((value) => ({ value, label: tRoles(value) }))} onChange={setRole} />
      </Field>
    </FormDialog>
  );
}
