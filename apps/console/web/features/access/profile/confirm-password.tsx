import { useState } from "react";
import { useTranslations } from "use-intl";

import { FormDialog } from "../../../components/form-dialog.tsx";
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
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string | null>(null);

  async function send() {
    if (password === "") return setFault(t("password.currentMissing"));
    setFault((await onConfirm(password)) ? null : t("password.wrong"));
  }

  return (
    <FormDialog
      title={title}
      text={text}
      labels={{ cancel: t("cancel"), submit }}
      variant={isDangerous ? "danger" : "primary"}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <PasswordField autoFocus value={password} fault={fault} onChange={setPassword} />
    </FormDialog>
  );
}
