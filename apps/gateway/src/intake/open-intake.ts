import { connect } from "@botdeck/db";
import type { Spool } from "@botdeck/spool";
import type { Logger } from "@botdeck/telemetry";
import { sql } from "drizzle-orm";

import type { KeepAppLife } from "./app-life.ts";
import { createIntake, type StoringIntake } from "./create-intake.ts";
import type { IntakeCounts } from "./intake-counts.ts";
import { createKeeper } from "./keep-and-tell.ts";

/** The intake gives a statement up long before; the server cuts it then, so that it holds no connection, in milliseconds. */
const STATEMENT_MS = 2_000;
const PATIENCE_MS = 500;

type Options = {
  databaseUrl: string;
  keepAppLife: KeepAppLife;
  spool: Spool | null;
  counts: IntakeCounts;
  logger: Logger;
  onReplaced: () => void;
};

/** The intake with connections of its own, so that nothing else a gateway does can hold it up. */
export function openIntake(options: Options): StoringIntake {
  const { databaseUrl, keepAppLife, spool, counts, logger, onReplaced } = options;
  const inbox = connect(databaseUrl, {
    // One batch of requests, one from the spool, and one that was given up and still runs.
    max: 3,
    applicationName: "botdeck-gateway-intake",
    statementTimeoutMs: STATEMENT_MS,
    deadlineMs: STATEMENT_MS + PATIENCE_MS,
    onReplaced,
  });
  const notices = connect(databaseUrl, {
    max: 1,
    applicationName: "botdeck-gateway-notices",
    // A notice that a crash of Postgres undoes costs one poll of the runtime.
    synchronousCommit: false,
    onReplaced,
  });
  const intake = createIntake({
    keepEvents: createKeeper(inbox.db, notices.db, logger),
    keepAppLife,
    spool,
    ping: () => inbox.db.execute(sql`select 1`),
    counts,
    logger,
  });
  return {
    ...intake,
    async close(drainForMs) {
      await intake.close(drainForMs);
      await Promise.all([inbox.close(), notices.close()]);
    },
  };
}
