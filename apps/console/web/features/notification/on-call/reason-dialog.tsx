import { Button, Dialog, Field, Input } from "@botdeck/ui";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";

type Props = {
  title: string;
  text: ReactNode;
  /** What is done. */
  action: string;
  isBusy: boolean;
  onClose: () => void;
  onConfirm: (reason: string) => void;
};

/** Asks, with a reason, before something is done that takes something away. */
export function ReasonDialog({ title, text, action, isBusy, onClose, onConfirm }: Props) {
  const t = useTranslations("notifications.onCall");
  const tApp = useTranslations("app");
  const formId = useId();
  const [reason, setReason] = useState("");
  const isMissing = reason.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) onConfirm(reason.trim());
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={title}
      text={text}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={formId} variant="danger" isBusy={isBusy} disabled={isMissing}>
            {action}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Field label={t("reason")} hint={t("reasonHint")}>
          <Input value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
