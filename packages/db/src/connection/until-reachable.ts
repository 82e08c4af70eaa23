import { sql } from "drizzle-orm";

import type { DatabaseHandle } from "../client.ts";
import { isDatabaseAway } from "./database-away.ts";

/** The pause between two tries, in milliseconds. */
const PAUSE_MS = 500;
/** The server is there and lets us in under no circumstances: a wrong log-in, a database that does not exist. */
const REFUSED_FOR_GOOD = /^(?:28...|3D...)$/;

/**
 * Waits until the database answers: a part that is started before it, or while it is restarted, is there as soon as it is.
 *
 * @param onAway Told once, when the first try is in vain.
 * @throws What is no matter of time, such as a wrong password or a database that does not exist.
 */
export async function untilReachable(
  { db }: Pick<DatabaseHandle, "db">,
  onAway: (error: unknown) => void,
): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await db.execute(sql`select 1`);
      return;
    } catch (error) {
      if (!isDatabaseAway(error) || isRefusedForGood(error)) throw error;
      if (tries === 0) onAway(error);
      await new Promise((resolve) => void setTimeout(resolve, PAUSE_MS));
    }
  }
}

function isRefusedForGood(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return [code, cause?.code].some((each) => typeof each === "string" && REFUSED_FOR_GOOD.test(each));
}
