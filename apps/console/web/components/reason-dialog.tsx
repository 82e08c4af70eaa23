import { Button, Dialog, Field, Textarea } from "@botdeck/ui";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";

type Props = {
  title: string;
  text: string;
  /** More of what follows. */
  note?: ReactNode;
  labels: { reason: string; reasonHint: string; reasonMissing: string; cancel: string; submit: string };
  isBusy: boolean;
  onClose: () => void;
  onSubmit: (reason: string) => void;
};

const MOST_REASON = 500;

/** Asks for the reason of something that people feel. */
export function ReasonDialog({ title, text, note, labels, isBusy, onClose, onSubmit }: Props) {
  const tApp = useTranslations("app");
  const formId = useId();
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(reason.trim() === "");
    if (reason.trim() !== "") onSubmit(reason.trim());
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      text={text}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={onClose}>{labels.cancel}</Button>
          <Button type="submit" form={formId} variant="danger" isBusy={isBusy}>
            {labels.submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        {note}
        <Field label={labels.reason} hint={labels.reasonHint} error={isMissing && labels.reasonMissing}>
          <Textarea value={reason} maxLength={MOST_REASON} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
