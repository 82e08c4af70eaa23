import { Button, Dialog, Field, Textarea } from "@botdeck/ui";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";

type Props = {
  title: string;
  text: string;
  submit: string;
  isBusy: boolean;
  onClose: () => void;
  onSubmit: (reason: string) => void;
};

/** Asks why, before something is taken away from somebody. */
export function ReasonDialog({ title, text, submit, isBusy, onClose, onSubmit }: Props) {
  const t = useTranslations("access");
  const tApp = useTranslations("app");
  const formId = useId();
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);

  function send(event: FormEvent) {
    event.preventDefault();
    setIsMissing(reason.trim() === "");
    if (reason.trim() !== "") onSubmit(reason.trim());
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
          <Button type="submit" form={formId} variant="danger" isBusy={isBusy}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send}>
        <Field label={t("reason")} error={isMissing && t("reasonMissing")}>
          <Textarea value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
