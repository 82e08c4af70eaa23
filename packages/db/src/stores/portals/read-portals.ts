import { AppError } from "@botdeck/core";
import { eq, or, sql } from "drizzle-orm";

import { type Portal, portal } from "../../schema/portal.ts";
import type { PortalStore } from "./portal-store.ts";

/** Portals as they are, found by what people and portals call them. */
export function readPortals({ db }: PortalStore) {
  return {
    async byMemberId(memberId: string): Promise<Portal | null> {
      const [found] = await db.select().from(portal).where(eq(portal.memberId, memberId));
      return found ?? null;
    },

    /** The portal of this domain: one that works before one whose connecting failed, then the newest. */
    async byDomain(domain: string): Promise<Portal | null> {
      const [found] = await db
        .select()
        .from(portal)
        .where(eq(portal.domain, domain))
        .orderBy(sql`${portal.state} = 'pending'`, sql`${portal.state} = 'removed'`, sql`${portal.updatedAt} desc`)
        .limit(1);
      return found ?? null;
    },

    /**
     * The portal that a person names by its domain, or by its id where that is connected twice, as an app and by a webhook.
     *
     * @throws AppError `not_found`, and `conflict` with the ids to choose from.
     */
    async named(words: string): Promise<Portal> {
      const found = await db
        .select()
        .from(portal)
        .where(or(eq(portal.domain, words), sql`${portal.id}::text = ${words}`))
        .orderBy(portal.id);
      // What failed to connect, or was taken away, does not stand in the way of what works.
      const working = found.filter(({ state }) => state === "active" || state === "reauth");
      const meant = working.length > 0 ? working : found;
      const [only, another] = meant;
      if (only === undefined) throw new AppError("not_found", `No portal ${words} is connected`);
      if (another === undefined) return only;
      const ways = meant.map(({ id, auth }) => `${id} (${auth === "oauth" ? "the app" : "a webhook"})`).join(", ");
      throw new AppError("conflict", `${words} is connected more than once. Say which by --portal <id>: ${ways}`);
    },

    /** Everything that this domain was ever connected as: an app, and each webhook address. */
    async allOfDomain(domain: string): Promise<Portal[]> {
      return db.select().from(portal).where(eq(portal.domain, domain)).orderBy(portal.id);
    },

    async byId(id: string): Promise<Portal | null> {
      const [found] = await db.select().from(portal).where(eq(portal.id, id));
      return found ?? null;
    },

    async inState(state: Portal["state"]): Promise<Portal[]> {
      return db.select().from(portal).where(eq(portal.state, state)).orderBy(portal.createdAt);
    },
  };
}
