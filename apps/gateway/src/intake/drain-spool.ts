import { withDeadline } from "@botdeck/core";
import type { Spool } from "@botdeck/spool";
import { crashPoint, type Logger } from "@botdeck/telemetry";

import { type AppLife, isRefusedLife, type KeepAppLife } from "./app-life.ts";
import type { DatabaseWatch } from "./database-watch.ts";
import { type KeepEvents, keepPosts } from "./keep-posts.ts";
import { decodeRecord, type Spooled } from "./spool-record.ts";
import { unreadableEvents, unreadableRecord } from "./unreadable-events.ts";

/** Nobody waits for a drained batch, but a database that hangs must not hold it for ever, in milliseconds. */
const COMMIT_MS = 5_000;
/** After a fault that is not the database's. */
const RETRY_MS = 1_000;
/** How often spools are looked for whose gateway is gone. */
const ADOPT_EVERY_MS = 30_000;

export type Drainer = {
  /** Begins to empty the spool, if it is not under way and the database is there. */
  wake(): void;
  /** Empties the spool for so long at most, then leaves it alone. */
  finish(forMs: number): Promise<void>;
};

type Deps = {
  spool: Spool;
  keepEvents: KeepEvents;
  keepAppLife: KeepAppLife;
  watch: Pick<DatabaseWatch, "isThere" | "lost">;
  logger: Logger;
};

type SpooledPost = Extract<Spooled, { post: unknown }>;

/** Moves what waits in the spool into the inbox, in order, whenever the database is there. */
export function createDrainer({ spool, keepEvents, keepAppLife, watch, logger }: Deps): Drainer {
  let draining: Promise<void> | null = null;
  let retry: NodeJS.Timeout | undefined;
  const stop = new AbortController();
  let isEnding = false;

  const keep: KeepEvents = (...kept) => withDeadline(keepEvents(...kept), COMMIT_MS);

  /** What the inbox refuses was answered 200 all the same: it is kept in a form that it cannot refuse. */
  async function keepRefused({ post }: SpooledPost, error: unknown): Promise<void> {
    logger.error(
      { err: error, events: post.events.length },
      "the inbox refuses a spooled post; it becomes a dead letter",
    );
    await keep(unreadableEvents(post.events, error), post.source, []);
  }

  /** It is no event, so there is no dead letter of it: a portal whose app is gone shows at the next call. */
  async function takeAppLife(life: AppLife): Promise<void> {
    try {
      await withDeadline(keepAppLife(life), COMMIT_MS);
    } catch (error) {
      if (!isRefusedLife(error)) throw error;
      logger.error({ err: error }, "a spooled installation or removal is refused");
    }
  }

  async function take(records: Uint8Array[]): Promise<void> {
    try {
      const found = records.map((record) => readRecord(record));
      for (const each of found) if (!("post" in each)) await takeAppLife(each);
      const posts = found.filter((each) => "post" in each);
      await keepPosts(posts, keep, { onKept: () => {}, onRefused: keepRefused });
    } catch (error) {
      watch.lost(error);
      throw error;
    }
    crashPoint("gateway.drain_after_commit_before_forget");
  }

  function readRecord(record: Uint8Array): Spooled {
    try {
      return decodeRecord(record);
    } catch (error) {
      logger.error({ err: error, bytes: record.length }, "a spooled record cannot be read; it becomes a dead letter");
      return { post: { source: "webhook", events: unreadableRecord(record, error) } };
    }
  }

  async function drain(): Promise<void> {
    const before = spool.status();
    try {
      const { drained } = await spool.drain(take, { signal: stop.signal });
      logger.info({ drained, oldestAt: before.oldestAt }, "spooled events are in the inbox");
    } catch (error) {
      // Without the database there is no use in trying: it says itself when it is back.
      if (!watch.isThere() || isEnding) return;
      logger.error({ err: error }, "the spool cannot be emptied");
      retry = setTimeout(wake, RETRY_MS);
    }
  }

  function wake(): void {
    if (draining !== null || isEnding || !watch.isThere() || spool.status().records === 0) return;
    clearTimeout(retry);
    draining = drain().finally(() => {
      draining = null;
    });
  }

  async function adopt(): Promise<void> {
    try {
      const { records } = await spool.adopt();
      if (records > 0) logger.info({ records }, "events that a gateway left in its spool are taken over");
      wake();
    } catch (error) {
      logger.error({ err: error }, "spools of gateways that are gone cannot be taken over");
    }
  }
  const adopting = setInterval(() => void adopt(), ADOPT_EVERY_MS).unref();

  return {
    wake,
    async finish(forMs) {
      clearInterval(adopting);
      clearTimeout(retry);
      const timer = setTimeout(() => stop.abort(), forMs);
      await draining;
      if (!stop.signal.aborted) wake();
      await draining;
      isEnding = true;
      clearTimeout(timer);
    },
  };
}
