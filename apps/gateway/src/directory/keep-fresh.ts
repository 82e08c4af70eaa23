import { setTimeout as pause } from "node:timers/promises";

import { pauseFor } from "@botdeck/core";
import { type DatabaseHandle, listen } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import type { SenderDirectory } from "./sender-directory.ts";

/** A notice may be lost, so senders are read now and then all the same, in milliseconds; sooner after a failure. */
const REFRESH_EVERY_MS = 15_000;
const RETRY_MS = 1_000;

/** Reads the senders again whenever a portal, a bot or a hook changed, and every few seconds in case nobody said so. */
export function keepFresh(
  directory: SenderDirectory,
  { handle, logger }: { handle: DatabaseHandle; logger: Logger },
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isFresh = true;
  let stopListening: (() => Promise<void>) | null = null;

  async function refresh(): Promise<void> {
    try {
      await directory.refresh();
      if (!isFresh) logger.info("senders are read from the database again");
      isFresh = true;
    } catch (error) {
      if (isFresh && !signal.aborted)
        logger.warn({ err: error }, "senders could not be read anew; those known are used");
      isFresh = false;
    }
  }

  async function follow(): Promise<void> {
    const onChange = () => void refresh();
    while (!signal.aborted) {
      try {
        // It listens again by itself after a lost connection, and calls `onReady` then.
        stopListening ??= await listen(handle, "botdeck_portals", onChange, onChange);
      } catch (error) {
        logger.warn({ err: error }, "changes of senders cannot be listened for; they are looked for instead");
      }
      await pauseFor(isFresh ? REFRESH_EVERY_MS : RETRY_MS, signal);
      if (!signal.aborted) await refresh();
    }
  }

  const following = follow();
  return {
    async stop() {
      stopping.abort();
      // Its connection goes with the pool, in case the database is away and does not let it end.
      await Promise.race([following.then(() => stopListening?.()), pause(RETRY_MS, undefined, { ref: false })]);
    },
  };
}
