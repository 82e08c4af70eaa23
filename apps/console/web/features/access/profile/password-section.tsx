import { Button, Field, Input, useToast } from "@botdeck/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FormDialog } from "../../../components/form-dialog.tsx";
import { useTRPC } from "../../../trpc.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import type { Account } from "./profile-page.tsx";
import { Section } from "./section.tsx";

const MIN_LENGTH = 8;

export function PasswordSection({ account }: { account: Account }) {
  const t = useTranslations("access.password");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section
      title={t("title")}
      text={t(account.hasPassword ? "text" : "none")}
      action={account.hasPassword && <Button onClick={() => setIsOpen(true)}>{t("change")}</Button>}
    >
      {isOpen && <PasswordDialog onClose={() => setIsOpen(false)} />}
    </Section>
  );
}

const NO_FAULTS = { current: null as string | null, next: null as string | null, again: null as string | null };

function PasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("access.password");
  const tRoom = useTranslations("access");
  const toast = useToast();
  const tellFailure = useTellFailure();
  const { mutateAsync, isPending } = useMutation(useTRPC().account.changePassword.mutationOptions());
  const [words, setWords] = useState({ current: "", next: "", again: "" });
  const [faults, setFaults] = useState(NO_FAULTS);

  async function change() {
    const { current, next, again } = words;
    const found = {
      current: current === "" ? t("currentMissing") : null,
      next: next.length < MIN_LENGTH ? t("short") : null,
      again: next.length >= MIN_LENGTH && next !== again ? t("different") : null,
    };
    setFaults(found);
    if (Object.values(found).some((fault) => fault !== null)) return;
    try {
      const { isRight } = await mutateAsync({ current, next });
      if (!isRight) return setFaults({ ...NO_FAULTS, current: t("wrong") });
      toast.show({ title: t("changed") });
      onClose();
    } catch (error) {
      tellFailure(error);
    }
  }

  const field = (name: keyof typeof words, autoComplete: string, hint?: string) => (
    <Field label={t(name)} hint={hint} error={faults[name] ?? false}>
      <Input
        type="password"
        autoComplete={autoComplete}
        value={words[name]}
        maxLength={256}
        onChange={({ target }) => setWords({ ...words, [name]: target.value })}
      />
    </Field>
  );
  return (
    <FormDialog
      title={t("change")}
      text={t("text")}
      labels={{ cancel: tRoom("cancel"), submit: t("change") }}
      isBusy={isPending}
      onClose={onClose}
      onSubmit={() => void change()}
    >
      {field("current", "current-password")}
      {field("next", "new-password", t("hint"))}
      {field("again", "new-password")}
    </FormDialog>
  );
}
