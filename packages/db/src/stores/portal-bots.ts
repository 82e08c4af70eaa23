import { and, asc, eq, ne } from "drizzle-orm";

import type { Database } from "../client.ts";
import { bot, type Bot, portal, type Portal } from "../schema/index.ts";

/** A bot at work on a portal, as people choose among them. */
export type PortalBot = Pick<Bot, "id" | "portalId" | "code" | "name" | "state" | "isOn"> & {
  portalDomain: string;
  /** With whose rights internal bots act there. */
  rights: Portal["rights"];
};

const COLUMNS = {
  id: bot.id,
  portalId: bot.portalId,
  portalDomain: portal.domain,
  rights: portal.rights,
  code: bot.code,
  name: bot.name,
  state: bot.state,
  isOn: bot.isOn,
};

/** The bots of all portals, or of one, those that were removed left out, by the portal's domain and their own name. */
export async function listPortalBots(db: Database, portalId?: string): Promise<PortalBot[]> {
  return await db
    .select(COLUMNS)
    .from(bot)
    .innerJoin(portal, eq(portal.id, bot.portalId))
    .where(
      and(
        ne(portal.state, "removed"),
        ne(bot.state, "removed"),
        portalId === undefined ? undefined : eq(bot.portalId, portalId),
      ),
    )
    .orderBy(asc(portal.domain), asc(portal.id), asc(bot.name), asc(bot.id));
}

export async function portalBotById(db: Database, id: string): Promise<PortalBot | null> {
  const [found] = await db
    .select(COLUMNS)
    .from(bot)
    .innerJoin(portal, eq(portal.id, bot.portalId))
    .where(eq(bot.id, id));
  return found ?? null;
}
