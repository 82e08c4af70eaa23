import { AppError } from "@botdeck/core";
import type { SealedInstall } from "@botdeck/db";
import type { Spool } from "@botdeck/spool";
import type { Logger } from "@botdeck/telemetry";

import { withDeadline } from "../with-deadline.ts";
import { isDataFault } from "./data-fault.ts";
import type { DatabaseWatch } from "./database-watch.ts";
import type { Drainer } from "./drain-spool.ts";
import { encodeRecord } from "./spool-record.ts";

/** Resolves when the installation is on disk. */
export type KeepInstall = (install: SealedInstall) => Promise<void>;

type Deps = {
  keepInstall: KeepInstall;
  spool: Spool | null;
  drainer: Drainer | null;
  watch: Pick<DatabaseWatch, "isThere" | "lost">;
  logger: Logger;
  deadlineMs: number;
};

/**
 * Keeps installations while the database is away: a portal tells of one once, and with it of the token that all its later
 * events carry. They come one by one and wait for no order.
 */
export function createInstallKeeper({ keepInstall, spool, drainer, watch, logger, deadlineMs }: Deps): KeepInstall {
  return async (install) => {
    if (watch.isThere()) {
      try {
        return await withDeadline(keepInstall(install), deadlineMs);
      } catch (error) {
        if (isDataFault(error)) throw error;
        watch.lost(error);
      }
    }
    if (spool === null) throw new AppError("unreachable", "The database is away, and there is no spool");
    await spool.append(encodeRecord({ install }));
    logger.info({ installId: install.id }, "an installation is in the spool");
    drainer?.wake();
  };
}
