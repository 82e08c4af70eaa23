import { AppError } from "@botdeck/core";
import type { Spool } from "@botdeck/spool";
import { crashPoint, type Logger } from "@botdeck/telemetry";

import { withDeadline } from "../with-deadline.ts";
import { createDatabaseWatch } from "./database-watch.ts";
import { createDrainer } from "./drain-spool.ts";
import { EventRefused } from "./event-refused.ts";
import type { IntakeCounts } from "./intake-counts.ts";
import { type KeepEvents, keepPosts } from "./keep-posts.ts";
import type { Intake, Waiting } from "./post.ts";
import { createPostQueue } from "./post-queue.ts";
import { spoolPosts } from "./spool-posts.ts";

/** One statement's worth. */
const BATCH = { rows: 200, bytes: 1_048_576 };
/** Two seconds' worth of the fastest intake measured. More is refused at once: it would not be kept in time anyway. */
const QUEUE = { rows: 8_000, bytes: 32 * 1_048_576 };
/** A commit that takes longer is given up and its events go to the spool, in milliseconds: the portal waits for its answer. */
const COMMIT_DEADLINE_MS = 400;

type Deps = {
  keepEvents: KeepEvents;
  /** Null when its folder cannot be used: then there is only the database. */
  spool: Spool | null;
  /** Asks the database for anything. */
  ping: () => Promise<unknown>;
  /** Called after events came into the inbox. Must not throw. */
  onKept: () => void;
  counts: IntakeCounts;
  logger: Logger;
  commitDeadlineMs?: number;
};

export type StoringIntake = Intake & {
  /** False from a failed commit until the database answers again. */
  isDatabaseThere(): boolean;
  /** Keeps what waits, empties the spool for so long at most, and gives the folder back. */
  close(drainForMs: number): Promise<void>;
};

/**
 * Keeps events in the inbox: one statement at a time, no timer, and whatever came meanwhile goes into the next. When the
 * database is away, or too slow, they go to the spool, and while anything waits there all go behind it, in order.
 */
export function createIntake(deps: Deps): StoringIntake {
  const { spool, onKept, counts, logger, commitDeadlineMs = COMMIT_DEADLINE_MS } = deps;
  const queue = createPostQueue(QUEUE);
  const watch = createDatabaseWatch({ ping: deps.ping, onBack: () => drainer?.wake(), logger });
  const drainer = spool === null ? null : createDrainer({ ...deps, spool, watch });
  let isClosed = false;
  let running: Promise<void> | null = null;

  const keepEvents: KeepEvents = (events, source) => {
    crashPoint("gateway.before_commit");
    return withDeadline(deps.keepEvents(events, source), commitDeadlineMs);
  };

  /** One batch after another, so that nothing can overtake anything. */
  async function run(): Promise<void> {
    // Requests that arrived in the same turn of the event loop share the first statement.
    await new Promise((resolve) => void setImmediate(resolve));
    while (!queue.isEmpty()) {
      const batch = queue.take(BATCH);
      try {
        await carry(batch);
      } catch (error) {
        for (const { reject } of batch) reject(error instanceof Error ? error : new Error(String(error)));
      } finally {
        queue.release(batch);
      }
    }
    running = null;
  }

  async function carry(batch: readonly Waiting[]): Promise<void> {
    let left = batch;
    if (watch.isThere()) {
      if (spool !== null && spool.status().records > 0) left = await toSpool(left, { unlessEmpty: true });
      if (left.length > 0) left = await toInbox(left);
    }
    if (left.length > 0) await toSpool(left, { unlessEmpty: false });
  }

  /** @returns What the database did not keep because it is away or too slow. */
  async function toInbox(batch: readonly Waiting[]): Promise<readonly Waiting[]> {
    const left = new Set(batch);
    try {
      await keepPosts(batch, keepEvents, {
        onKept(posts, newKeys) {
          crashPoint("gateway.after_commit_before_200");
          counts.kept += newKeys.size;
          for (const each of posts) {
            left.delete(each);
            each.resolve({ kept: each.post.events.filter(({ dedupeKey }) => newKeys.has(dedupeKey)).length });
          }
          logger.info({ posts: posts.length, kept: newKeys.size }, "events are in the inbox");
          if (newKeys.size > 0) onKept();
        },
        onRefused(each, error) {
          left.delete(each);
          each.reject(new EventRefused(error));
        },
      });
    } catch (error) {
      watch.lost(error);
    }
    return [...left];
  }

  /** @returns What found the spool empty and may go to the inbox; nothing unless that was asked for. */
  async function toSpool(batch: readonly Waiting[], how: { unlessEmpty: boolean }): Promise<readonly Waiting[]> {
    if (spool === null) {
      const error = new AppError("unreachable", "The database is away, and there is no spool");
      for (const { reject } of batch) reject(error);
      return [];
    }
    const { spooled, empty, refused } = await spoolPosts(batch, spool, { ...how, isEmptied: watch.isThere });
    if (spooled.length > 0) crashPoint("gateway.after_spool_append_before_200");
    for (const { post, resolve } of spooled) {
      counts.spooled += post.events.length;
      resolve({ kept: post.events.length });
    }
    for (const [{ reject }, error] of refused) reject(error);
    if (spooled.length > 0) logger.info({ posts: spooled.length }, "events are in the spool");
    drainer?.wake();
    return empty;
  }

  drainer?.wake();
  return {
    keep(post) {
      if (isClosed) return Promise.reject(new AppError("unreachable", "The gateway stops"));
      const kept = queue.add(post);
      running ??= run();
      return kept;
    },

    isDatabaseThere: watch.isThere,

    async close(drainForMs) {
      isClosed = true;
      await running;
      await drainer?.finish(drainForMs);
      watch.stop();
      await spool?.close();
    },
  };
}
