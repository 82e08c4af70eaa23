import { keptProblem } from "./problems-of.ts";
import { isSameRule, type ListedRule } from "./rules-of-portal.ts";

/** A rule as the browser gets it; instants are ISO texts. */
export function ruleView({ code, isEnabled, rule, builtIn, row, error }: ListedRule) {
  const isChanged = builtIn !== null && rule !== null && !isSameRule(builtIn, rule);
  return {
    code,
    isBuiltIn: builtIn !== null,
    isEnabled,
    rule,
    /** Built in, and otherwise worded than the code has it. */
    isChanged,
    /** There is something of the portal's own to take back. */
    isOverridden: builtIn !== null && row !== null,
    ownerId: row?.ownerId ?? null,
    lastError: error === null ? null : keptProblem(error.problem),
    lastErrorAt: error?.toldAt.toISOString() ?? null,
    seen: row?.updatedAt.toISOString() ?? null,
  };
}
