import { useMessages } from "use-intl";

import { wordsOf } from "../../i18n/words-of.ts";

type Group = "kinds" | "jobKinds" | "statuses" | "sources" | "actions" | "refusals" | "warnings";

/** What the code calls by names of its own, as people call it; what has no words is shown as it is. Texts have no dots in their names. */
export function useWords(): (group: Group, name: string) => string {
  const { kinds, jobs, letter, act, replay } = useMessages().deliveries;
  const groups: Record<Group, Record<string, string>> = {
    kinds,
    jobKinds: jobs.kinds,
    statuses: letter.statuses,
    sources: letter.sources,
    actions: letter.actions,
    refusals: act.refusals,
    warnings: replay.warnings,
  };
  return (group, name) => wordsOf(groups[group], name.replaceAll(".", "_")) ?? name;
}
