import type { ASTNode } from "@marcbachmann/cel-js";

import { FaultError } from "./fault-error.ts";
import { BEFORE_FIELDS, RECORD_FIELDS, SETTING_FIELDS } from "./record-fields.ts";
import { type Rule, RULE_CHANGE } from "./rule.ts";
import type { Fault } from "./rule-fault.ts";

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
/** In characters, of the place where something is wrong. */
const SHOWN_LENGTH = 20;

type Given = { trigger: Rule["trigger"]; condition: string };

/**
 * Finds in a condition what such an event never has, what can never hold, and what could keep a worker busy for long.
 *
 * @throws FaultError for the first of these.
 */
export function checkCondition(ast: ASTNode, given: Given): void {
  checkNode(ast, given, 0);
  if (given.trigger.kind === "record") checkChanges(ast, given.condition, given.trigger.changes);
}

/** What is wrong at a place of a condition, or with all of it. @param start Of the place, in characters from 0 on. */
export function wrongAt(condition: string, code: Fault["code"], values: Fault["values"], start?: number): FaultError {
  const place = start === undefined ? {} : { at: start + 1, near: condition.slice(start, start + SHOWN_LENGTH) };
  return new FaultError({ code, values: { ...values, ...place } });
}

function checkNode(ast: ASTNode, given: Given, loops: number): void {
  const wrong = (code: Fault["code"], values: Fault["values"] = {}) =>
    wrongAt(given.condition, code, values, ast.start);
  checkNames(ast, given, wrong);
  const [first] = argumentsOf(ast);
  const called = (ast.op === "rcall" || ast.op === "call") && typeof first === "string" ? first : "";
  if (called === "matches") throw wrong("condition_patterns");
  if (called !== "" && !CALLS.has(called)) throw wrong("condition_call", { name: called });
  const within = LOOPS.has(called) ? loops + 1 : loops;
  if (ast.op === "+" && (loops > 0 || argumentsOf(ast).some(isList))) throw wrong("condition_lists");
  if (within > MOST_LOOPS_WITHIN) throw wrong("condition_loops", { most: MOST_LOOPS_WITHIN });
  for (const child of nodesIn(ast.args)) checkNode(child, given, within);
}

/** Names that no such event has a value for. */
function checkNames(
  ast: ASTNode,
  { trigger }: Given,
  wrong: (code: Fault["code"], values?: Fault["values"]) => FaultError,
): void {
  if (trigger.kind === "hook" && ast.op === "id" && ast.args === "before") throw wrong("condition_no_before");
  const change = changeAsked(ast);
  const isEver = trigger.kind === "hook" ? change === "added" : RULE_CHANGE.some((one) => one === change);
  if (change !== null && !isEver) throw wrong("condition_change", { change });
  const part = partOf(ast);
  if (part === null) return;
  const { scope, name } = part;
  if (scope === "actor") throw wrong("condition_actor");
  if (scope === "settings" && !SETTING_FIELDS.includes(name)) throw wrong("condition_setting", { name });
  if (trigger.kind === "hook") return;
  const { record, changes } = trigger;
  if (scope === "record" && changes.every((one) => one === "deleted")) throw wrong("condition_no_record");
  const fields = { record: RECORD_FIELDS, before: BEFORE_FIELDS }[scope]?.[record];
  if (fields !== undefined && !fields.includes(name)) throw wrong("condition_field", { record, name, scope });
}

/** What has to hold whatever else does, and never does: a change that the rule does not want to know of. */
function checkChanges(ast: ASTNode, condition: string, changes: readonly string[]): void {
  if (ast.op === "&&") {
    for (const child of nodesIn(ast.args)) checkChanges(child, condition, changes);
    return;
  }
  const change = changeAsked(ast);
  if (change !== null && !changes.includes(change)) throw wrongAt(condition, "condition_change", { change }, ast.start);
}

/** Of `change == "added"` the change; null of all else. */
function changeAsked(ast: ASTNode): string | null {
  if (ast.op !== "==") return null;
  const sides = nodesIn(ast.args);
  if (!sides.some(({ op, args }) => op === "id" && args === "change")) return null;
  const value = sides.find(({ op }) => op === "value")?.args;
  return typeof value === "string" ? value : null;
}

/** Of `record.title` and `record["title"]` whose part it is, and which; null of all else. */
function partOf(ast: ASTNode): { scope: string; name: string } | null {
  if (ast.op !== "." && ast.op !== "[]") return null;
  const [owner, part] = argumentsOf(ast);
  if (!isNode(owner) || owner.op !== "id") return null;
  const name = isNode(part) && part.op === "value" ? part.args : part;
  return typeof name === "string" ? { scope: String(owner.args), name } : null;
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
