import { Button, Dialog, Field, Textarea } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";

import type { DeskActs } from "./use-desk-acts.ts";
import type { Desk } from "./use-desk.ts";

type Props = { desk: Desk; acts: DeskActs; onClose: () => void };

const MOST_LETTERS = 500;

/** Asks before a conversation is closed, and why it is. */
export function CloseDialog({ desk, acts, onClose }: Props) {
  const t = useTranslations("desk");
  const tApp = useTranslations("app");
  const [reason, setReason] = useState("");
  const staysOpenThere = desk.voice === "not_linked" || desk.voice === "no_chat";
  const close = async () => {
    if (await acts.close(reason.trim() === "" ? null : reason.trim())) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("closeTitle")}
      text={staysOpenThere ? t("closeTextHere") : t("closeText")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="danger" isBusy={acts.isBusy} onClick={() => void close()}>
            {t("closeAction")}
          </Button>
        </>
      }
    >
      <Field label={t("reason")} hint={t("reasonHint")}>
        <Textarea value={reason} maxLength={MOST_LETTERS} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Dialog>
  );
}
