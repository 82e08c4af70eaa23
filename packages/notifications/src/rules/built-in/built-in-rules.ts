import { type NamedRule, Rule } from "../rule.ts";
import type { BuiltInRule } from "./built-in-rule.ts";
import { DEAL_RULES } from "./deals.ts";
import { LEAD_RULES } from "./leads.ts";
import { PAYMENT_RULES } from "./payments.ts";
import { TASK_RULES } from "./tasks.ts";

const ALL: Readonly<Record<string, BuiltInRule>> = { ...LEAD_RULES, ...DEAL_RULES, ...TASK_RULES, ...PAYMENT_RULES };

/** The rules that every portal has until it wants them otherwise. */
export const BUILT_IN_RULES: readonly NamedRule[] = Object.entries(ALL).map(([code, rule]) => ({
  ...Rule.parse(rule),
  code,
  isBuiltIn: true,
  isEnabled: true,
}));
