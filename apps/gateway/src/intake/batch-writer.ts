import { AppError, withDeadline } from "@botdeck/core";
import type { Spool } from "@botdeck/spool";
import { crashPoint, type Logger } from "@botdeck/telemetry";

import type { DatabaseWatch } from "./database-watch.ts";
import type { Drainer } from "./drain-spool.ts";
import { EventRefused } from "./event-refused.ts";
import type { IntakeCounts } from "./intake-counts.ts";
import { type KeepEvents, keepPosts } from "./keep-posts.ts";
import type { Post, Waiting } from "./post.ts";
import { type Bounds, createPostQueue } from "./post-queue.ts";
import { type Spooling, spoolPosts } from "./spool-posts.ts";

/** One statement's worth. */
const BATCH: Bounds = { rows: 200, bytes: 1_048_576 };

type Deps = {
  keepEvents: KeepEvents;
  spool: Spool | null;
  drainer: Drainer | null;
  watch: Pick<DatabaseWatch, "isThere" | "lost">;
  counts: IntakeCounts;
  logger: Logger;
  commitDeadlineMs: number;
  /** What may wait at most; a post past it is refused at once. */
  mayWait: Bounds;
};

export type BatchWriter = {
  /** Settles when the post is on disk, or refused. */
  add(post: Post): Promise<{ kept: number }>;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
};

/** Keeps posts one batch after another, so that none overtakes another: what came while one is written goes into the next. */
export function createBatchWriter(deps: Deps): BatchWriter {
  const { spool, drainer, watch, counts, logger, commitDeadlineMs } = deps;
  const queue = createPostQueue(deps.mayWait);
  let running: Promise<void> | null = null;
  /** It was waited for in vain that the spool takes something: that is not waited for again, until it does. */
  let isStuck = false;

  const keepEvents: KeepEvents = (...kept) => {
    crashPoint("gateway.before_commit");
    return withDeadline(deps.keepEvents(...kept), commitDeadlineMs);
  };

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
      if (spool !== null && spool.status().records > 0) left = await behindSpooled(batch, spool);
      if (left.length > 0) left = await toInbox(left);
    }
    if (left.length === 0) return;
    if (spool === null) {
      const error = new AppError("unreachable", "The database is away, and there is no spool");
      for (const { reject } of left) reject(error);
      return;
    }
    const { refused } = await toSpool(left, spool, { unlessEmpty: false });
    for (const [{ reject }, error] of refused) reject(error);
  }

  /** @returns What may go to the inbox: the spool was empty by then, or refused it, and order is worth less than the event. */
  async function behindSpooled(batch: readonly Waiting[], to: Spool): Promise<readonly Waiting[]> {
    const { spooled, refused } = await toSpool(batch, to, { unlessEmpty: true });
    const [first] = refused;
    isStuck = first !== undefined;
    if (first !== undefined) {
      const facts = { posts: refused.length, err: first[1] };
      logger.error(facts, "the spool takes no more while it is emptied; events go past it into the inbox");
    }
    const kept = new Set(spooled);
    return batch.filter((each) => !kept.has(each));
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
          logger.debug({ posts: posts.length, kept: newKeys.size }, "events are in the inbox");
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

  async function toSpool(batch: readonly Waiting[], to: Spool, how: { unlessEmpty: boolean }): Promise<Spooling> {
    const outcome = await spoolPosts(batch, to, { ...how, isEmptied: () => watch.isThere() && !isStuck });
    if (outcome.spooled.length > 0) {
      crashPoint("gateway.after_spool_append_before_200");
      logger.debug({ posts: outcome.spooled.length }, "events are in the spool");
    }
    for (const { post, resolve } of outcome.spooled) {
      counts.spooled += post.events.length;
      resolve({ kept: post.events.length });
    }
    drainer?.wake();
    return outcome;
  }

  return {
    add(post) {
      const kept = queue.add(post);
      running ??= run();
      return kept;
    },
    async idle() {
      await running;
    },
  };
}
