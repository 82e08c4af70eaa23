import { randomBytes } from "node:crypto";

import { AppError } from "@botdeck/core";

import type { B24Client, CallOptions } from "../client.ts";
import { toB24Error } from "../describe-failure.ts";
import { B24Error } from "../error.ts";
import {
  decodeResult,
  UnknownAnswer,
  type MethodName,
  type MethodParams,
  type MethodResult,
} from "../methods/index.ts";
import { batchCommand } from "./batchable.ts";
import { readBatch } from "./read-batch.ts";

/** One of the calls that are made together. */
export type Command<Name extends MethodName = MethodName> = { method: Name; params: MethodParams<Name> };

/** What became of one of them. */
export type Told<Result = unknown> = { ok: true; result: Result } | { ok: false; error: B24Error };

/** Stands for a reference until the batch is written: no text that came from outside can be one. */
const MARK = `reference${randomBytes(16).toString("hex")}`;

/** What a portal would take for a reference, in a text that a stranger wrote. */
const LOOKS_LIKE_REFERENCE = /\$(?=result)/gi;
const ZERO_WIDTH_SPACE = "\u200B";

export function command<Name extends MethodName>(method: Name, params: MethodParams<Name>): Command<Name> {
  return { method, params };
}

/**
 * A value that an earlier one of the calls will have given: `earlier("leads", "items", "0", "id")`. Without one the portal
 * puts nothing there.
 */
export function earlier(...path: [key: string, ...string[]]): string {
  return MARK + path.map((part) => `[${part}]`).join("");
}

/**
 * Makes several calls in one request, in their order; one that is refused does not keep the others from being made. A text
 * that looks like a reference stays a text that looks the same.
 *
 * @param commands Null for one that is not needed this time.
 * @throws AppError `invalid` for what no batch can carry: null, an empty list, `false`, a file.
 * @throws B24Error when the whole request failed; with `unknown` any of the calls may have been made.
 * @see Bitrix24 docs: settings/how-to-call-rest-api/batch
 */
export async function callTogether<const Commands extends Readonly<Record<string, Command | null>>>(
  client: B24Client,
  commands: Commands,
  options?: CallOptions,
): Promise<{ [Key in keyof Commands]: Told<ResultOf<Commands[Key]>> | Missing<Commands[Key]> }> {
  const made = Object.entries(commands).flatMap(([key, one]) => (one === null ? [] : [{ key, ...one }]));
  const cmd = Object.fromEntries(made.map(({ key, method, params }) => [key, lineOf(method, params)]));
  const told = readBatch(await client.call("batch", { cmd }, options), made);
  const answers = made.map(({ key, method }, index): [string, Told] => {
    const one = told[index];
    if (one?.outcome.ok === true) return [key, read(method, one.outcome.answer.result)];
    const failure = one?.outcome.failure;
    return [key, { ok: false, error: failure ? toB24Error(method, one.status, failure, []) : unreadable(method, "") }];
  });
  const missing = Object.keys(commands).map((key) => [key, null]);
  // safe: the answers have the keys of the commands, and each is of its own method
  return Object.fromEntries([...missing, ...answers]) as Awaited<ReturnType<typeof callTogether<Commands>>>;
}

type ResultOf<One> = One extends Command<infer Name> ? MethodResult<Name> : never;
type Missing<One> = null extends One ? null : never;

function lineOf(method: MethodName, params: object): string {
  const line = batchCommand(method, spelled(params) as object); // safe: a map stays one
  if (line !== null) return line.replaceAll(MARK, "%24result");
  throw new AppError(
    "invalid",
    `${method} cannot be called together with others: a batch does not carry its parameters`,
  );
}

function spelled(value: unknown): unknown {
  if (typeof value === "string") return value.replace(LOOKS_LIKE_REFERENCE, `$${ZERO_WIDTH_SPACE}`);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(spelled);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spelled(item)]));
}

function read(method: MethodName, result: unknown): Told {
  try {
    return { ok: true, result: decodeResult(method, result) };
  } catch (error) {
    if (!(error instanceof UnknownAnswer)) throw error;
    return { ok: false, error: unreadable(method, ` (at ${error.path})`) };
  }
}

function unreadable(method: MethodName, where: string): B24Error {
  const message = `The portal answered ${method} in an unknown form${where}`;
  return new B24Error("unreachable", message, { method, outcome: "unknown", status: 200 });
}
