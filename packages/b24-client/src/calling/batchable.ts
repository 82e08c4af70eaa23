import { NOT_BATCHABLE } from "../methods/index.ts";
import { encodeQuery } from "./encode-query.ts";

/** The poll for events leaves alone: somebody waits for it. */
const ALONE = ["imbot.v2.Event.get", "im.v2.Event.get"];

const LEAVES_ALONE = new Set([...NOT_BATCHABLE, ...ALONE].map((method) => method.toLowerCase()));

/** A longer text, such as a file, is not worth a place in a batch. */
const MAX_TEXT = 100_000;

/** The portal puts an earlier result in the place of this, also in a text that a client wrote. */
const REFERENCE = "$result";

/**
 * A call as one line of a batch.
 *
 * @returns null for a call that must leave alone: its method may not stand in a batch, or its parameters would not arrive
 * as they are (an empty list or null cannot be written in a query, PHP takes the text `false` for true, and a text may look
 * like a reference to another result).
 */
export function batchCommand(method: string, params: object): string | null {
  if (LEAVES_ALONE.has(method.toLowerCase()) || !isPlain(params)) return null;
  const query = encodeQuery(params);
  return query === "" ? method : `${method}?${query}`;
}

function isPlain(value: unknown): boolean {
  if (typeof value === "string") return value.length <= MAX_TEXT && !value.includes(REFERENCE);
  if (typeof value !== "object") return typeof value !== "boolean";
  if (value === null) return false;
  if (value instanceof Date) return true;
  return Object.entries(value).every(([key, item]) => !key.includes(REFERENCE) && isPlain(item) && !isEmpty(item));
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && !(value instanceof Date) && Object.keys(value).length === 0;
}
