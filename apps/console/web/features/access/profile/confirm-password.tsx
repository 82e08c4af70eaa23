import { Button, Dialog } from "@botdeck/ui";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";

import { PasswordField } from "./password-field.tsx";

type Props = {
  title: string;
  text: string;
  submit: string;
  isDangerous?: boolean;
  isBusy: boolean;
  onClose: () => void;
  /** @returns False for a wrong password. */
  onConfirm: (password: string) => Promise<boolean>;
};

/** Asks for the password once more: whoever finds an open browser does not know it. */
export function ConfirmPassword({ title, text, submit, isDangerous = false, isBusy, onClose, onConfirm }: Props) {
  const t = useTranslations("access");
  const tApp = useTranslations("app");
  const formId = useId();
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string | null>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (password === "") return setFault(t("password.currentMissing"));
    setFault((await onConfirm(password)) ? null : t("password.wrong"));
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      text={text}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={formId} variant={isDangerous ? "danger" : "primary"} isBusy={isBusy}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void send(event)}>
        <PasswordField autoFocus value={password} fault={fault} onChange={setPassword} />
      </form>
    </Dialog>
  );
}
