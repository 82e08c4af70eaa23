import { countIntake, databaseNow, type DatabaseHandle } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";

const EVERY_MS = 60_000;

/** Counts by the hour what came, so that the console need not read millions of events. */
export function startIntakeCounts({ db, logger }: { db: DatabaseHandle["db"]; logger: Logger }): Role {
  const stopping = new AbortController();
  const look = async () => void (await countIntake(db, await databaseNow(db), stopping.signal));
  const looking = keepLooking("intake counts", look, logger, EVERY_MS);
  return {
    stop() {
      stopping.abort();
      return looking.stop();
    },
  };
}
