import { type Database, endSessionsOf, removePortalLoginsOf, revokeApiTokensOf } from "@botdeck/db";

/**
 * Closes every way into a log-in but its password: an intruder may have left a token or a portal account of their own behind.
 * To be called in a transaction.
 *
 * @returns How many sessions ended, tokens were revoked and portal accounts unlinked.
 */
export async function closeWaysIn(
  db: Database,
  userId: string,
): Promise<{ sessions: number; tokens: number; portals: number }> {
  const sessions = await endSessionsOf(db, userId);
  const tokens = await revokeApiTokensOf(db, userId);
  return { sessions, tokens, portals: await removePortalLoginsOf(db, userId) };
}
