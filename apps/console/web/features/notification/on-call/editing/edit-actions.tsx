import { Button } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { ReasonDialog } from "../../../../components/reason-dialog.tsx";

type Props = {
  isNew: boolean;
  isChanged: boolean;
  /** How much is marked as wrong. */
  faults: number;
  isBusy: boolean;
  removeTitle: string;
  removeText: string;
  onSave: () => void;
  onRemove: (reason: string) => void;
  onCancel: () => void;
};

/** What can be done with what is written; always in sight at the bottom. */
export function EditActions(props: Props) {
  const { isNew, isChanged, faults, isBusy, removeTitle, removeText, onSave, onRemove, onCancel } = props;
  const t = useTranslations("notifications.onCall.editing");
  const tRoom = useTranslations("notifications.onCall");
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-3">
      <Button variant="primary" isBusy={isBusy} disabled={!isChanged} onClick={onSave}>
        {t(isNew ? "create" : "save")}
      </Button>
      <Button onClick={onCancel}>{t("cancel")}</Button>
      <p
        role="status"
        className="min-w-0 flex-1 text-sm text-ink-muted max-sm:order-first max-sm:basis-full max-sm:empty:hidden"
      >
        {faults > 0 ? <span className="text-danger">{t("faults", { count: faults })}</span> : isChanged && t("unsaved")}
      </p>
      {!isNew && (
        <Button variant="ghost" className="text-danger max-sm:ml-auto" onClick={() => setIsAsking(true)}>
          {t("remove")}
        </Button>
      )}
      {isAsking && (
        <ReasonDialog
          title={removeTitle}
          text={removeText}
          labels={{
            reason: tRoom("reason"),
            reasonHint: tRoom("reasonHint"),
            reasonMissing: tRoom("reasonMissing"),
            cancel: tRoom("cancel"),
            submit: t("remove"),
          }}
          isBusy={isBusy}
          onClose={() => setIsAsking(false)}
          onSubmit={(reason) => {
            setIsAsking(false);
            onRemove(reason);
          }}
        />
      )}
    </div>
  );
}
