import { AppError, messageOf } from "@botdeck/core";
import { type ASTNode, Environment, type ParseResult } from "@marcbachmann/cel-js";

import { BEFORE_FIELDS, RECORD_FIELDS } from "./record-fields.ts";
import type { Rule } from "./rule.ts";

/** More than any condition that a person can read. */
const LIMITS = { maxAstNodes: 300, maxDepth: 24, maxListElements: 100, maxMapEntries: 20, maxCallArguments: 8 };
/** Loops within loops grow with each of them. */
const MOST_LOOPS_WITHIN = 2;
const LOOPS = new Set(["all", "exists", "exists_one", "filter", "map"]);
/** All that a condition may call: what binds, splits, joins or matches could walk round the limits. */
const CALLS = new Set([
  ...LOOPS,
  ..."has size contains startsWith endsWith lowerAscii upperAscii trim".split(" "),
  ..."string int double bool timestamp duration".split(" "),
  ..."getFullYear getMonth getDate getDayOfMonth getDayOfWeek getDayOfYear getHours getMinutes getSeconds".split(" "),
]);
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
 * @throws AppError `invalid` that says what is wrong and where.
 */
export function compileCondition(condition: string, trigger: Rule["trigger"]): ParseResult {
  const key = `${trigger.kind === "record" ? trigger.record : "hook"} ${condition}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const compiled = compile(condition);
  checkNames(compiled.ast, trigger, condition);
  const oldest = kept.size < MOST_KEPT ? undefined : kept.keys().next().value;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, compiled);
  return compiled;
}

/**
 * Whether a condition holds; always when there is none.
 *
 * @throws AppError `invalid` when it cannot be evaluated.
 */
export function holds(rule: Pick<Rule, "condition" | "trigger">, values: ConditionValues): boolean {
  if (rule.condition === undefined || rule.condition.trim() === "") return true;
  const compiled = compileCondition(rule.condition, rule.trigger);
  const result = evaluated(compiled, rule.condition, values);
  if (typeof result === "boolean") return result;
  throw wrong(rule.condition, `it gives ${typeName(result)}, and has to be true or false`);
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
  if (type !== "bool" && type !== "dyn") throw wrong(condition, `it gives ${type}, and has to be true or false`);
  return compiled;
}

/** Fields that no such record has, and what could keep a worker busy for long. */
function checkNames(ast: ASTNode, trigger: Rule["trigger"], condition: string, loops = 0): void {
  const [first, second] = argumentsOf(ast);
  const name = typeof second === "string" ? second : null;
  if (ast.op === "." && isNode(first) && first.op === "id" && name !== null && trigger.kind === "record") {
    const fields = { record: RECORD_FIELDS, before: BEFORE_FIELDS }[String(first.args)]?.[trigger.record];
    if (fields !== undefined && !fields.includes(name)) {
      throw wrong(condition, `a ${trigger.record} has no "${name}" in ${String(first.args)}`, ast.start);
    }
  }
  const called = (ast.op === "rcall" || ast.op === "call") && typeof first === "string" ? first : "";
  if (called === "matches") {
    throw wrong(condition, 'patterns ("matches") may take too long: use contains, startsWith or endsWith', ast.start);
  }
  if (called !== "" && !CALLS.has(called)) throw wrong(condition, `"${called}" cannot be used here`, ast.start);
  const within = LOOPS.has(called) ? loops + 1 : loops;
  if (ast.op === "+" && (loops > 0 || argumentsOf(ast).some(isList))) {
    throw wrong(condition, "lists cannot be added, and nothing can be added within a loop", ast.start);
  }
  if (within > MOST_LOOPS_WITHIN)
    throw wrong(condition, `more than ${MOST_LOOPS_WITHIN} loops in one another`, ast.start);
  for (const child of nodesIn(ast.args)) checkNames(child, trigger, condition, within);
}

const argumentsOf = (ast: ASTNode): readonly unknown[] => (Array.isArray(ast.args) ? ast.args : [ast.args]);

const isList = (value: unknown): boolean =>
  isNode(value) &&
  (value.op === "list" || (value.op === "rcall" && ["filter", "map"].includes(String(argumentsOf(value)[0]))));

function nodesIn(value: unknown): ASTNode[] {
  if (isNode(value)) return [value];
  return Array.isArray(value) ? value.flatMap(nodesIn) : [];
}

// safe: the parser's own nodes are the only objects with an operator
const isNode = (value: unknown): value is ASTNode => typeof value === "object" && value !== null && "op" in value;

function asWrong(condition: string, error: unknown): AppError {
  const summary = stringIn(error, "summary") ?? messageOf(error).split("\n", 1)[0] ?? "";
  const range = typeof error === "object" && error !== null && "range" in error ? error.range : null;
  const start = typeof range === "object" && range !== null && "start" in range ? Number(range.start) : undefined;
  return wrong(condition, summary, start);
}

function stringIn(value: unknown, name: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const found = Object.entries(Object.getOwnPropertyDescriptors(value)).find(([key]) => key === name)?.[1]
    .value as unknown;
  return typeof found === "string" ? found : null;
}

function wrong(condition: string, reason: string, start?: number): AppError {
  const place = start === undefined ? "" : ` at character ${start + 1} ("${condition.slice(start, start + 20)}")`;
  return new AppError("invalid", `The condition is wrong${place}: ${reason}`);
}

function typeName(value: unknown): string {
  return value === null ? "null" : typeof value === "bigint" ? "a number" : `a ${typeof value}`;
}
