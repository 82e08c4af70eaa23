import { pauseFor } from "@botdeck/core";

import { callWithRetries, pauseBefore, type RetryOptions } from "../call-with-retries.ts";
import type { B24Client } from "../client.ts";
import { B24Error } from "../error.ts";
import type { MethodParams, MethodResult } from "../methods/index.ts";
import { type CreatingMethod, NATURAL_KEYS, type NaturalKey } from "./natural-keys.ts";

const PATIENCE_MS = 60_000;
/** When to look after a call that ended in doubt: the portal may still be at work on it. */
const LOOKS_AFTER_MS = [3_000, 5_000];

export type CreateOptions = Omit<RetryOptions, "idempotent"> & {
  /** An earlier try may have left one behind: look before the first write as well. */
  mayExist?: boolean;
};

/**
 * Creates a record, and no second one when the answer is lost: a call that ended in doubt is looked for by the record's
 * natural key, and written again only when two looks, seconds apart, have not found it.
 *
 * @param options.patienceMs 0 makes one attempt and leaves its doubt to the caller.
 * @returns The portal's id of the record.
 * @throws AppError `invalid` without a natural key: ORIGINATOR_ID and ORIGIN_ID, XML_ID, ELEMENT_CODE or xmlId.
 * @throws B24Error of the last attempt; with `unknown` the record may exist.
 */
export async function createOnce<Name extends CreatingMethod>(
  client: B24Client,
  method: Name,
  params: MethodParams<Name>,
  options: CreateOptions = {},
): Promise<string> {
  const { patienceMs = PATIENCE_MS, mayExist = false, ...callOptions } = options;
  const key: NaturalKey = NATURAL_KEYS[method];
  // A missing key shows before anything is written.
  key.query(params);
  const limits = { deadlineMs: Date.now() + patienceMs, signal: options.signal };
  const look = () => findCreated(client, method, params, { ...callOptions, patienceMs: left(limits.deadlineMs) });

  if (mayExist) {
    const existing = await look();
    if (existing !== null) return existing;
  }
  for (let failures = 0; ; failures++) {
    try {
      return createdId(method, await client.call(method, params, callOptions));
    } catch (error) {
      if (!(error instanceof B24Error) || !error.isRetryable) throw error;
      if (error.outcome === "unknown") {
        const found = await lookInTime(look, error, limits);
        if (found !== null) return found;
      }
      if (!(await pauseBefore(failures, error, limits))) throw error;
    }
  }
}

/** The record that an earlier call with these parameters created, by its natural key; null when there is none. */
export async function findCreated<Name extends CreatingMethod>(
  client: B24Client,
  method: Name,
  params: MethodParams<Name>,
  options?: RetryOptions,
): Promise<string | null> {
  const key: NaturalKey = NATURAL_KEYS[method];
  // safe: written for this list by the table of keys
  const query = key.query(params) as MethodParams<typeof key.list>;
  const rows = key.rows(await callWithRetries(client, key.list, query, options));
  const ours = rows.find((row) => key.isOurs(row, params));
  return ours === undefined ? null : key.idOf(ours);
}

/** Looks until it is found or surely absent. @throws B24Error, the doubt itself, when time or the looks do not suffice. */
async function lookInTime(
  look: () => Promise<string | null>,
  doubt: B24Error,
  { deadlineMs, signal }: { deadlineMs: number; signal: AbortSignal | undefined },
): Promise<string | null> {
  for (const waitMs of LOOKS_AFTER_MS) {
    if (Date.now() + waitMs > deadlineMs || !(await pauseFor(waitMs, signal))) throw doubt;
    // A look that failed says nothing, so it must not be followed by a write.
    const found = await look().catch(() => Promise.reject(doubt));
    if (found !== null) return found;
  }
  return null;
}

function createdId<Name extends CreatingMethod>(method: Name, result: MethodResult<Name>): string {
  const id = NATURAL_KEYS[method].createdId(result);
  if (id !== null) return id;
  const message = `The portal answered ${method} without the id of what it created`;
  throw new B24Error("unreachable", message, { method, outcome: "unknown", status: 200 });
}

const left = (deadlineMs: number) => Math.max(0, deadlineMs - Date.now());
