import { type Database, type FigureGroup, listPortalBots, portalNames } from "@botdeck/db";

/** What portals and bots are called, by their ids; everything else is named in the person's language by the page. */
export async function namesOfGroups(db: Database, by: FigureGroup): Promise<ReadonlyMap<string, string>> {
  if (by === "bot") {
    const bots = await listPortalBots(db);
    return new Map(bots.map(({ id, name, portalDomain }) => [id, `${name} · ${portalDomain}`]));
  }
  if (by !== "portal" && by !== "line") return new Map();
  return new Map((await portalNames(db)).map(({ id, domain }) => [id, domain]));
}
