import { AppError } from "@botdeck/core";
import type { Spool } from "@botdeck/spool";
import type { Logger } from "@botdeck/telemetry";

import type { KeepAppLife } from "./app-life.ts";
import { createAppLifeKeeper } from "./app-life-keeper.ts";
import { createBatchWriter } from "./batch-writer.ts";
import { createDatabaseWatch } from "./database-watch.ts";
import { createDrainer } from "./drain-spool.ts";
import type { IntakeCounts } from "./intake-counts.ts";
import type { KeepEvents } from "./keep-posts.ts";
import type { Intake } from "./post.ts";

/** Two seconds' worth of the fastest intake measured. More is refused at once: it would not be kept in time anyway. */
const MAY_WAIT = { rows: 8_000, bytes: 32 * 1_048_576 };
/** A commit that takes longer is given up and its events go to the spool, in milliseconds: the portal waits for its answer. */
const COMMIT_DEADLINE_MS = 400;

type Deps = {
  keepEvents: KeepEvents;
  keepAppLife: KeepAppLife;
  /** Null when its folder cannot be used: then there is only the database. */
  spool: Spool | null;
  /** Asks the database for anything. */
  ping: () => Promise<unknown>;
  counts: IntakeCounts;
  logger: Logger;
  commitDeadlineMs?: number;
};

export type StoringIntake = Intake & {
  /** Keeps an installation or a removal as events are kept: in its table, or in the spool. */
  keepAppLife: KeepAppLife;
  /** False from a failed commit until the database answers again. */
  isDatabaseThere(): boolean;
  /** Keeps what waits, empties the spool for so long at most, and gives the folder back. */
  close(drainForMs: number): Promise<void>;
};

/**
 * Keeps events in the inbox: one statement at a time, no timer, and whatever came meanwhile goes into the next. When the database is away, or too slow, they go to the spool,
 * and while anything waits there all go behind it, in order.
 */
export function createIntake(deps: Deps): StoringIntake {
  const { spool, logger, commitDeadlineMs = COMMIT_DEADLINE_MS } = deps;
  const watch = createDatabaseWatch({ ping: deps.ping, onBack: () => drainer?.wake(), logger });
  const drainer = spool === null ? null : createDrainer({ ...deps, spool, watch });
  const writer = createBatchWriter({ ...deps, drainer, watch, commitDeadlineMs, mayWait: MAY_WAIT });
  let isClosed = false;

  drainer?.wake();
  return {
    keep(post) {
      if (isClosed) return Promise.reject(new AppError("unreachable", "The gateway stops"));
      return writer.add(post);
    },

    keepAppLife: createAppLifeKeeper({ ...deps, drainer, watch, deadlineMs: commitDeadlineMs }),

    isDatabaseThere: watch.isThere,

    async close(drainForMs) {
      isClosed = true;
      await writer.idle();
      await drainer?.finish(drainForMs);
      watch.stop();
      await spool?.close();
    },
  };
}
