import { Field, Textarea } from "@botdeck/ui";
import { type ReactNode, useState } from "react";

import { FormDialog } from "./form-dialog.tsx";

type Props = {
  title: string;
  text: string;
  /** More of what follows. */
  note?: ReactNode;
  labels: { reason: string; reasonHint?: string; reasonMissing: string; cancel: string; submit: string };
  isBusy: boolean;
  onClose: () => void;
  onSubmit: (reason: string) => void;
};

const MOST_REASON = 500;

/** Asks for the reason of something that people feel. */
export function ReasonDialog({ note, labels, onSubmit, ...dialog }: Props) {
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const submit = () => {
    setIsMissing(reason.trim() === "");
    if (reason.trim() !== "") onSubmit(reason.trim());
  };
  return (
    <FormDialog {...dialog} labels={labels} variant="danger" onSubmit={submit}>
      {note}
      <Field label={labels.reason} hint={labels.reasonHint} error={isMissing && labels.reasonMissing}>
        <Textarea value={reason} maxLength={MOST_REASON} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </FormDialog>
  );
}
