import { BUILT_IN_RULES } from "./built-in/built-in-rules.ts";
import { checkRule } from "./check-rule.ts";
import type { NamedRule } from "./rule.ts";
import type { RuleFault } from "./rule-fault.ts";

/** A rule as a portal keeps it. */
export type RuleRow = { code: string; isEnabled: boolean; rule: unknown; ownerId: string | null };

/** A kept rule that cannot be used. */
export type BrokenRule = { code: string; ownerId: string | null; isEnabled: boolean; faults: readonly RuleFault[] };

/**
 * The rules of a portal: those of the code, as far as the portal has none of the same name, and its own. One that cannot be
 * used takes nothing from the others.
 */
export function rulesOfPortal(rows: readonly RuleRow[]): {
  rules: readonly NamedRule[];
  broken: readonly BrokenRule[];
} {
  const kept = rows.map((row) => ({ row, ...checkRule(row.rule) }));
  const own = new Set(rows.map(({ code }) => code));
  const builtIn = new Set(BUILT_IN_RULES.map(({ code }) => code));
  const usable = kept.flatMap(({ row: { code, isEnabled }, rule }) =>
    rule === null ? [] : [{ ...rule, code, isEnabled, isBuiltIn: builtIn.has(code) }],
  );
  const broken = kept.flatMap(({ row: { code, ownerId, isEnabled }, rule, faults }) =>
    rule === null ? [{ code, ownerId, isEnabled, faults }] : [],
  );
  return { rules: [...BUILT_IN_RULES.filter(({ code }) => !own.has(code)), ...usable], broken };
}
