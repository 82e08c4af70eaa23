import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { authRateLimit } from "../../schema/auth.ts";

/** better-auth sweeps the table of what is older than its own longest window, so none of ours may be longer. */
const WINDOW_SECONDS = 60;

/**
 * Counts a try of something that must not be tried without end, in the table of the log-in's own limits.
 *
 * @param key What is tried and by whom, such as `password:` and a user's id.
 * @returns How long to wait, in seconds, when there were `max` within the last minute already; else null.
 */
export async function takeTry(db: Database, key: string, max: number): Promise<number | null> {
  const now = Date.now();
  const isOver = sql`${authRateLimit.lastRequest} <= ${now - WINDOW_SECONDS * 1_000}`;
  const [row] = await db
    .insert(authRateLimit)
    .values({ id: newId(), key, count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: authRateLimit.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${authRateLimit.count} + 1 end`,
        lastRequest: sql`case when ${isOver} then ${now} else ${authRateLimit.lastRequest} end`,
      },
    })
    .returning({ count: authRateLimit.count, lastRequest: authRateLimit.lastRequest });
  if (row === undefined || row.count <= max) return null;
  return Math.max(1, Math.ceil((row.lastRequest + WINDOW_SECONDS * 1_000 - now) / 1_000));
}
