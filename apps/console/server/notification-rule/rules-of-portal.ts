import { type Database, listRuleErrors, listRuleRows, type NotificationRule } from "@botdeck/db";
import { BUILT_IN_RULES, checkRule, type NamedRule, Rule } from "@botdeck/notifications";

/** A rule as a portal has it. */
export type PortalRule = {
  code: string;
  isEnabled: boolean;
  /** Null when what is kept can no longer be used as a rule. */
  rule: Rule | null;
  /** What the code has under this name; null for the portal's own. */
  builtIn: NamedRule | null;
  row: NotificationRule | null;
};

/** With why it could not be evaluated the last time; null when it could. */
export type ListedRule = PortalRule & { error: { problem: string; toldAt: Date } | null };

/** The rules of a portal: the built-in ones, as the portal wants them, then its own. */
export async function rulesOfPortal(db: Database, portalId: string): Promise<ListedRule[]> {
  const [rows, errors] = await Promise.all([listRuleRows(db, portalId), listRuleErrors(db, portalId)]);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const builtIn = BUILT_IN_RULES.map(({ code }) => portalRule(code, byCode.get(code) ?? null));
  const own = rows.filter(({ code }) => builtInRule(code) === null).map((row) => portalRule(row.code, row));
  return [...builtIn, ...own].map((rule) => ({ ...rule, error: errors.get(rule.code) ?? null }));
}

export function portalRule(code: string, row: NotificationRule | null): PortalRule {
  const builtIn = builtInRule(code);
  if (row !== null) return { code, isEnabled: row.isEnabled, rule: checkRule(row.rule).rule, builtIn, row };
  const rule = builtIn === null ? null : Rule.parse(builtIn);
  return { code, isEnabled: builtIn?.isEnabled ?? false, rule, builtIn, row };
}

function builtInRule(code: string): NamedRule | null {
  return BUILT_IN_RULES.find((rule) => rule.code === code) ?? null;
}

/** True for rules that do the same. */
export const isSameRule = (one: Rule, other: Rule): boolean =>
  // Both were read by the schema, so their fields stand in its order.
  JSON.stringify(Rule.parse(one)) === JSON.stringify(Rule.parse(other));
