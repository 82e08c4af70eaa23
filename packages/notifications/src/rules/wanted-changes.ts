import type { NamedRule, RuleRecord } from "./rule.ts";

type Change = "added" | "updated" | "deleted" | "commented" | "overdue" | "stale";

/** Whether an enabled rule wants to know of such a change. */
export function isChangeWanted(rules: readonly NamedRule[], record: RuleRecord, change: Change): boolean {
  return rules.some(
    ({ isEnabled, trigger }) =>
      isEnabled && trigger.kind === "record" && trigger.record === record && trigger.changes.includes(change),
  );
}
