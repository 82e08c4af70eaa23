import { AppError } from "@botdeck/core";
import { eq, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { portal, type Portal } from "../schema/portal.ts";
import { cancelForLeftPortal, renewTurns } from "./cancel-waiting.ts";

/** The portal as it is, held against other changes. @throws AppError `not_found`. */
export async function lockPortal(tx: Database, portalId: string): Promise<Portal> {
  const [row] = await tx.select().from(portal).where(eq(portal.id, portalId)).for("update");
  if (row === undefined) throw new AppError("not_found", "This portal is not there, or no longer.");
  return row;
}

/**
 * Changes what is set about a portal. When it is disconnected, and once more when that ends, what waits for its chats is cancelled: a
 * word of days ago must not leave then. Whoever listens to `botdeck_portals` has to be told after the commit. */
export async function changePortal(
  tx: Database,
  portalId: string,
  change: Partial<Pick<Portal, "requestLimit" | "rights" | "desk" | "state" | "stateReason" | "isLeft">>,
): Promise<void> {
  const returns = change.isLeft === false && (await isPortalLeft(tx, portalId));
  if (change.isLeft === true || returns) await cancelForLeftPortal(tx, portalId);
  await tx
    .update(portal)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(portal.id, portalId));
  if (returns) await renewTurns(tx, portalId);
}

/** Whether somebody has disconnected the portal in the console. */
async function isPortalLeft(tx: Database, portalId: string): Promise<boolean> {
  const [row] = await tx.select({ isLeft: portal.isLeft }).from(portal).where(eq(portal.id, portalId));
  return row?.isLeft === true;
}

/** Whether the database counts days in a zone of this name: its list of zones may be older than a browser's. */
export async function isTimeZoneOfDatabase(db: Database, name: string): Promise<boolean> {
  const [found] = await db.execute(sql`select 1 from pg_timezone_names where name = ${name} limit 1`);
  return found !== undefined;
}
