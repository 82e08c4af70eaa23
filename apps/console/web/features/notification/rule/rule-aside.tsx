import { useTranslations } from "use-intl";

import { FailedState } from "../../../components/failed-state.tsx";
import type { Language, Rule } from "../rules/rule-types.ts";
import { RulePreview } from "./rule-preview.tsx";
import type { useCheckedRule } from "./use-checked-rule.ts";
import { WhatIf } from "./what-if.tsx";

type Props = {
  portalId: string;
  /** Null for a new rule. */
  code: string | null;
  rule: Rule;
  language: Language;
  checked: Pick<ReturnType<typeof useCheckedRule>, "isChecked" | "preview" | "error" | "checkAgain">;
  hasFaults: boolean;
};

/** How people see the rule that is being written, and what it would have told. */
export function RuleAside({ portalId, code, rule, language, checked, hasFaults }: Props) {
  const t = useTranslations("notifications.rule");
  const { isChecked, preview, error, checkAgain } = checked;
  return (
    <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-4">
      <section className="flex flex-col gap-2">
        <div>
          <h3 className="text-lg font-semibold">{t("preview")}</h3>
          <p className="text-ink-muted">{t("previewHint")}</p>
        </div>
        {error === null ? (
          <RulePreview previews={preview} language={language} />
        ) : (
          <FailedState title={t("notChecked")} error={error} onRetry={checkAgain} />
        )}
      </section>
      <WhatIf portalId={portalId} code={code} rule={rule} isFaulty={!isChecked || hasFaults} />
    </div>
  );
}
