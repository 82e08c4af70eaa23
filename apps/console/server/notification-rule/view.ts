import { redactText } from "@botdeck/core";

import { isSameRule, type PortalRule } from "./rules-of-portal.ts";

/** A rule as the browser gets it; instants are ISO texts. */
export function ruleView({ code, isEnabled, rule, builtIn, row }: PortalRule) {
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
    lastError: row === null || row.lastError === null ? null : redactText(row.lastError),
    lastErrorAt: row?.lastErrorAt?.toISOString() ?? null,
    seen: row?.updatedAt.toISOString() ?? null,
  };
}
