import { setTimeout as pause } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import type { Spool } from "@botdeck/spool";

import type { Waiting } from "./post.ts";
import { encodeRecord } from "./spool-record.ts";

/** How long posts wait for a full spool, or a full disk, that is being emptied, and how often they try, in milliseconds. */
const ROOM_WAIT_MS = 1_000;
const ROOM_TRY_EVERY_MS = 20;

type Options = {
  /** Gives a post back instead when nothing waits before it. */
  unlessEmpty: boolean;
  /** True while the spool is being emptied, so that one that is full will have room soon. */
  isEmptied: () => boolean;
};

/** What became of each post. */
export type Spooling = { spooled: Waiting[]; empty: Waiting[]; refused: [Waiting, Error][] };

/** Puts posts into the spool, in order and with one sync as far as it can. */
export async function spoolPosts(batch: readonly Waiting[], spool: Spool, options: Options): Promise<Spooling> {
  const outcome: Spooling = { spooled: [], empty: [], refused: [] };
  const giveUpAtMs = performance.now() + ROOM_WAIT_MS;
  let left = batch;
  for (;;) {
    const full = await tryOnce(left, spool, options, outcome);
    if (full.length === 0) return outcome;
    if (!options.isEmptied() || performance.now() > giveUpAtMs) {
      outcome.refused.push(...full);
      return outcome;
    }
    left = full.map(([each]) => each);
    await pause(ROOM_TRY_EVERY_MS);
  }
}

/** @returns The posts for which there was no room. */
async function tryOnce(
  batch: readonly Waiting[],
  spool: Spool,
  { unlessEmpty }: Options,
  outcome: Spooling,
): Promise<[Waiting, Error][]> {
  const full: [Waiting, Error][] = [];
  // Called in one turn and in order: they are written in that order, and share a sync.
  const tries = batch.map(async (each) => {
    const record = encodeRecord(each);
    return unlessEmpty ? await spool.appendUnlessEmpty(record) : await spool.append(record).then(() => "kept" as const);
  });
  for (const [index, result] of (await Promise.allSettled(tries)).entries()) {
    const each = batch[index];
    if (each === undefined) continue;
    if (result.status === "rejected") {
      const error: unknown = result.reason;
      if (mayPass(error)) full.push([each, error]);
      else outcome.refused.push([each, error instanceof Error ? error : new Error(String(error))]);
    } else {
      outcome[result.value === "empty" ? "empty" : "spooled"].push(each);
    }
  }
  return full;
}

/** All that a spool refuses for its own reasons; not what can never fit. */
function mayPass(error: unknown): error is AppError {
  return error instanceof AppError && error.code === "unreachable";
}
