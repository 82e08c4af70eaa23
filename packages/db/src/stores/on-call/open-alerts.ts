import { and, desc, eq, inArray, not } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { alertGroup } from "../../schema/alert.ts";
import { isForgottenGroup } from "./forgotten.ts";

/** Somebody has to do with these: not those that wait whether they last, nor those that are over. */
const OPEN = ["firing", "acknowledged", "silenced"] as const;

/** How many groups of alerts are open on a portal, but for those that were given up, with the titles of the latest. */
export async function openAlerts(
  db: Database,
  portalId: string,
  { mostTitles }: { mostTitles: number },
): Promise<{ count: number; titles: string[] }> {
  const isOpen = and(eq(alertGroup.portalId, portalId), inArray(alertGroup.state, [...OPEN]), not(isForgottenGroup));
  const count = await db.$count(alertGroup, isOpen);
  const rows = await db
    .select({ title: alertGroup.title })
    .from(alertGroup)
    .where(isOpen)
    .orderBy(desc(alertGroup.lastAt), desc(alertGroup.id))
    .limit(mostTitles);
  return { count, titles: rows.map(({ title }) => title) };
}
