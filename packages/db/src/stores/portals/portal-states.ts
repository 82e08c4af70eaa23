import { and, eq, ne, sql } from "drizzle-orm";

import { type Portal, portal } from "../../schema/portal.ts";
import { digestOf } from "../../secret-box.ts";
import { cancelForLeftPortal, renewTurns } from "../cancel-waiting.ts";
import { askAboutPortal } from "../portal-checks.ts";
import { portalSecrets } from "./portal-secrets.ts";
import type { PortalStore } from "./portal-store.ts";
import { readPortals } from "./read-portals.ts";

/** That the app was removed on a portal, and the digest of the application token that proved it. */
export type Removal = { portalId: string; tokenDigest: string };

/** Whether portals work, and by what rules. */
export function portalStates(store: PortalStore) {
  const { db, tell } = store;
  const { byId } = readPortals(store);
  const { applicationToken } = portalSecrets(store);

  async function setState(id: string, state: Portal["state"], reason: string | null = null): Promise<void> {
    await db
      .update(portal)
      .set({ state, stateReason: reason, updatedAt: sql`now()` })
      .where(eq(portal.id, id));
    await tell();
  }

  return {
    setState,

    /** The portal's authorisation has ended. One out of service stays so: the bots are taken off it with that authorisation. */
    async endAuthorization(id: string, reason: string): Promise<void> {
      await db
        .update(portal)
        .set({ state: "reauth", stateReason: reason, updatedAt: sql`now()` })
        .where(and(eq(portal.id, id), ne(portal.state, "removed")));
      await tell();
    },

    /** A portal whose authorisation had ended is authorised again; nothing where it was taken out of service meanwhile. */
    async renewAuthorization(id: string): Promise<void> {
      await db
        .update(portal)
        .set({ state: "active", stateReason: null, updatedAt: sql`now()` })
        .where(and(eq(portal.id, id), eq(portal.state, "reauth")));
      await tell();
    },

    /** Has a portal that was disconnected wait to be connected again. */
    async reopen(id: string): Promise<void> {
      const known = await byId(id);
      const wasLeft = known?.state === "removed" && known.isLeft;
      if (wasLeft) await cancelForLeftPortal(db, id);
      await db
        .update(portal)
        .set({ state: "pending", stateReason: null, isLeft: false, updatedAt: sql`now()` })
        .where(and(eq(portal.id, id), eq(portal.state, "removed")));
      if (wasLeft) await renewTurns(db, id);
      await tell();
    },

    /**
     * Ends the connecting of a portal: it works, or waits on for the stated reason. One that somebody has disconnected meanwhile
     * stays so, and the bots that it got are asked to be taken off.
     *
     * @returns Whether it is connected, or still waits to be.
     */
    async endConnecting(id: string, state: "active" | "pending", reason: string | null = null): Promise<boolean> {
      await db
        .update(portal)
        .set({ state, stateReason: reason, updatedAt: sql`now()` })
        .where(and(eq(portal.id, id), eq(portal.state, "pending")));
      const isRemoved = (await byId(id))?.state === "removed";
      if (isRemoved) await askAboutPortal(db, id);
      await tell();
      return !isRemoved;
    },

    /**
     * Marks a portal as one that removed the app; nothing when it was installed anew since, which brings another token: a
     * portal's word may come late, and out of order.
     *
     * @throws AppError `invariant` when the portal's token does not open.
     */
    async remove({ portalId, tokenDigest }: Removal): Promise<void> {
      const known = await byId(portalId);
      const token = known === null ? null : applicationToken(known);
      if (token === null || digestOf(token) !== tokenDigest) return;
      await setState(portalId, "removed", "The app was removed on the portal");
    },

    /** How many requests the portal's plan takes. */
    async setRequestLimit(id: string, requestLimit: Portal["requestLimit"]): Promise<void> {
      await db
        .update(portal)
        .set({ requestLimit, updatedAt: sql`now()` })
        .where(eq(portal.id, id));
      await tell();
    },

    /** With whose rights bots act for a person. `owner` is for a portal reached by a webhook alone. */
    async setRights(id: string, rights: Portal["rights"]): Promise<void> {
      await db
        .update(portal)
        .set({ rights, updatedAt: sql`now()` })
        .where(eq(portal.id, id));
      await tell();
    },

    /** Whether links for authorising the app carry a code challenge. */
    async setPkce(id: string, pkce: boolean): Promise<void> {
      await db
        .update(portal)
        .set({ pkce, updatedAt: sql`now()` })
        .where(eq(portal.id, id));
      await tell();
    },
  };
}
