import { messageOf } from "@botdeck/core";
import { Environment, type ParseResult } from "@marcbachmann/cel-js";

import { checkCondition, wrongAt } from "./check-condition.ts";
import type { FaultError } from "./fault-error.ts";
import type { Rule } from "./rule.ts";

/** More than any condition that a person can read. */
const LIMITS = { maxAstNodes: 300, maxDepth: 24, maxListElements: 100, maxMapEntries: 20, maxCallArguments: 8 };
/** Compiled conditions that are remembered. */
const MOST_KEPT = 2_000;

/** Names that a condition may use. */
export type ConditionValues = {
  record: Readonly<Record<string, unknown>> | null;
  before: Readonly<Record<string, unknown>> | null;
  change: string;
  /** Portal user id of who did it; null when nobody is known to. */
  actor: string | null;
  settings: Readonly<Record<string, unknown>>;
};

const environment = new Environment({ limits: LIMITS, homogeneousAggregateLiterals: false })
  // Null when it is gone.
  .registerVariable("record", "dyn")
  .registerVariable("before", "dyn")
  .registerVariable("change", "string")
  .registerVariable("actor", "dyn")
  .registerVariable("settings", "map");

const kept = new Map<string, ParseResult>();

/**
 * Compiles a condition, once for as long as it is remembered. What it names and compares is checked as far as it can be told
 * before there is a record.
 *
 * @throws FaultError that says what is wrong and where.
 */
export function compileCondition(condition: string, trigger: Rule["trigger"]): ParseResult {
  const about = trigger.kind === "record" ? `${trigger.record} ${trigger.changes.join(",")}` : "hook";
  const key = `${about} ${condition}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const compiled = compile(condition);
  checkCondition(compiled.ast, { trigger, condition });
  const oldest = kept.size < MOST_KEPT ? undefined : kept.keys().next().value;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, compiled);
  return compiled;
}

/**
 * Whether a condition holds; always when there is none.
 *
 * @throws FaultError when it cannot be evaluated.
 */
export function holds(rule: Pick<Rule, "condition" | "trigger">, values: ConditionValues): boolean {
  if (rule.condition === undefined || rule.condition.trim() === "") return true;
  const compiled = compileCondition(rule.condition, rule.trigger);
  const result = evaluated(compiled, rule.condition, values);
  if (typeof result === "boolean") return result;
  throw wrongAt(rule.condition, "condition_type", { type: typeName(result) });
}

function evaluated(compiled: ParseResult, condition: string, values: ConditionValues): unknown {
  try {
    return compiled(values) as unknown;
  } catch (error) {
    throw asWrong(condition, error);
  }
}

function compile(condition: string): ParseResult {
  let compiled: ParseResult;
  try {
    compiled = environment.parse(condition);
  } catch (error) {
    throw asWrong(condition, error);
  }
  const { valid, type = "dyn", error } = compiled.check();
  if (!valid) throw asWrong(condition, error);
  if (type !== "bool" && type !== "dyn") throw wrongAt(condition, "condition_type", { type });
  return compiled;
}

function asWrong(condition: string, error: unknown): FaultError {
  const detail = stringIn(error, "summary") ?? messageOf(error).split("\n", 1)[0] ?? "";
  const range = typeof error === "object" && error !== null && "range" in error ? error.range : null;
  const start = typeof range === "object" && range !== null && "start" in range ? Number(range.start) : undefined;
  return wrongAt(condition, "condition_other", { detail }, start);
}

function stringIn(value: unknown, name: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const found = Object.entries(Object.getOwnPropertyDescriptors(value)).find(([key]) => key === name)?.[1]
    .value as unknown;
  return typeof found === "string" ? found : null;
}

function typeName(value: unknown): string {
  return value === null ? "null" : typeof value === "bigint" ? "a number" : `a ${typeof value}`;
}
