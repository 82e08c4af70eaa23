import { AppError, withDeadline } from "@botdeck/core";
import type { Spool } from "@botdeck/spool";
import type { Logger } from "@botdeck/telemetry";

import { type AppLife, isRefusedLife, type KeepAppLife } from "./app-life.ts";
import type { DatabaseWatch } from "./database-watch.ts";
import type { Drainer } from "./drain-spool.ts";
import { encodeRecord } from "./spool-record.ts";

/** A portal's installation takes some 2,000 characters when it is sealed. */
const LONGEST_INSTALL = 16_384;
/** Installations in the spool are few and small beside the events: anybody may post one. */
const MOST_SPOOLED = 100;
/** They must not take the connections by which senders are looked up; more at once are refused. */
const MOST_AT_ONCE = 4;
const RETRY_AFTER_MS = 5_000;

type Deps = {
  keepAppLife: KeepAppLife;
  spool: Spool | null;
  drainer: Drainer | null;
  watch: Pick<DatabaseWatch, "isThere">;
  logger: Logger;
  deadlineMs: number;
};

/**
 * Keeps what a portal tells of the app, which it does once, also while the database is away. These come one by one and wait
 * for no order. That one cannot be kept says nothing of the database: it may be strangers who post them.
 *
 * The function throws AppError `invalid` for an installation that is no portal's, `rate_limited` when too many come.
 */
export function createAppLifeKeeper({ keepAppLife, spool, drainer, watch, logger, deadlineMs }: Deps): KeepAppLife {
  let underWay = 0;
  /** Since the spool was empty last. */
  let spooled = 0;

  async function keepNow(life: AppLife): Promise<boolean> {
    if (!watch.isThere()) return false;
    underWay += 1;
    try {
      await withDeadline(keepAppLife(life), deadlineMs);
      return true;
    } catch (error) {
      if (isRefusedLife(error)) throw error;
      logger.error({ err: error }, "the database does not keep an installation or a removal; it goes to the spool");
      return false;
    } finally {
      underWay -= 1;
    }
  }

  async function keepInSpool(life: AppLife): Promise<void> {
    if (spool === null) throw new AppError("unreachable", "The database is away, and there is no spool");
    if (spool.status().records === 0) spooled = 0;
    if ("install" in life && ++spooled > MOST_SPOOLED) throw tooMany();
    await spool.append(encodeRecord(life));
    logger.info("an installation or a removal is in the spool");
    drainer?.wake();
  }

  return async (life) => {
    if ("install" in life) {
      const { memberId, grantSealed } = life.install;
      if (memberId.length + grantSealed.length > LONGEST_INSTALL) {
        throw new AppError("invalid", "The installation is larger than any that a portal sends");
      }
      if (underWay >= MOST_AT_ONCE) throw tooMany();
    }
    if (!(await keepNow(life))) await keepInSpool(life);
  };
}

function tooMany(): AppError {
  return new AppError("rate_limited", "Too many installations at once", { retryAfterMs: RETRY_AFTER_MS });
}
