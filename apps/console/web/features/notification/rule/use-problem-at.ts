import { useLocale, useTranslations } from "use-intl";

import type { RuleProblem } from "./use-checked-rule.ts";

/** What is wrong at a place of the rule, in words; null where nothing is. An empty field needs no more words than that. */
export function useProblemAt(problems: readonly RuleProblem[]): (place: string, value?: string) => string | null {
  const t = useTranslations("notifications.rule");
  const locale = useLocale();
  return (place, value) => {
    const found = problems.find((one) => one.place === place);
    if (found === undefined) return null;
    return value?.trim() === "" ? t("problem.field") : found.problem[locale];
  };
}
