import { Button, Dialog } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";

import type { PortalRule } from "../rules/rule-types.ts";

type Props = {
  /** Null for a new rule. */
  known: PortalRule | null;
  name: string;
  isChanged: boolean;
  /** How much is wrong: what is faulty is not saved. */
  faults: number;
  /** Nobody knows of one that is not: it is not saved either. */
  isChecked: boolean;
  isBusy: boolean;
  onSave: () => void;
  /** Takes the built-in rule back, or deletes one of the portal's own. */
  onRemove: () => void;
  onCancel: () => void;
};

/** What can be done with the rule; always in sight at the bottom. */
export function RuleActions({ known, name, isChanged, faults, isChecked, isBusy, onSave, onRemove, onCancel }: Props) {
  const t = useTranslations("notifications.rule");
  const tApp = useTranslations("app");
  const [isAsking, setIsAsking] = useState(false);
  const isBuiltIn = known?.isBuiltIn ?? false;
  const mayRemove = known !== null && (!isBuiltIn || known.isOverridden);
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-3 lg:col-span-2">
      <Button variant="primary" isBusy={isBusy} disabled={!isChanged || !isChecked || faults > 0} onClick={onSave}>
        {t(known === null ? "create" : "save")}
      </Button>
      <Button onClick={onCancel}>{t("cancel")}</Button>
      <p
        role="status"
        className="min-w-0 flex-1 text-sm text-ink-muted max-sm:order-first max-sm:basis-full max-sm:empty:hidden"
      >
        {faults > 0 ? (
          <span className="text-danger">{t("problems", { count: faults })}</span>
        ) : (
          isChanged && t("unsaved")
        )}
      </p>
      {mayRemove && (
        <Button variant="ghost" className="text-danger max-sm:ml-auto" onClick={() => setIsAsking(true)}>
          {t(isBuiltIn ? "reset" : "delete")}
        </Button>
      )}
      <Dialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={t(isBuiltIn ? "resetTitle" : "deleteTitle")}
        text={isBuiltIn ? t("resetText") : t("deleteText", { name })}
        closeLabel={tApp("close")}
        footer={
          <>
            <Button onClick={() => setIsAsking(false)}>{t("cancel")}</Button>
            <Button
              variant="danger"
              onClick={() => {
                setIsAsking(false);
                onRemove();
              }}
            >
              {t(isBuiltIn ? "reset" : "delete")}
            </Button>
          </>
        }
      />
    </div>
  );
}
