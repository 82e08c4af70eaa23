import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, sql } from "drizzle-orm";

import { type Portal, portal } from "../../schema/portal.ts";
import { digestOf, opens } from "../../secret-box.ts";
import { cancelForLeftPortal, renewTurns } from "../cancel-waiting.ts";
import { openBudget } from "../rate-budget.ts";
import { placeOf, portalSecrets } from "./portal-secrets.ts";
import type { PortalStore } from "./portal-store.ts";
import { readPortals } from "./read-portals.ts";

const LEFT =
  "The portal was disconnected in the console: to connect it again, remove the app on the portal and install it anew";

/** How portals come to be known, and where they are. */
export function keepPortals(store: PortalStore) {
  const { db, box, tell } = store;
  const { byMemberId } = readPortals(store);
  const { webhookUrl } = portalSecrets(store);

  async function sealAnew({ id, state }: Portal, url: string): Promise<Portal> {
    const [row] = await db
      .update(portal)
      .set({
        webhookUrlSealed: box.seal(url, placeOf(id, "webhook_url")),
        state: state === "removed" ? state : "pending",
        updatedAt: sql`now()`,
      })
      .where(eq(portal.id, id))
      .returning();
    await tell();
    return row as Portal; // safe: it was just read, and portals are never deleted
  }

  return {
    /**
     * Keeps an app's installation as `pending`, or renews a known portal's. Only an `app` install that was verified may become
     * active.
     *
     * @param install.isNew It was made anew, so that it ends a disconnection in the console.
     * @throws AppError `forbidden` when somebody has disconnected the portal in the console and the installation is the old one.
     */
    async keepInstall(install: {
      memberId: string;
      domain: string;
      clientEndpoint: string;
      serverEndpoint: string;
      applicationToken: string;
      isNew?: boolean;
    }): Promise<Portal> {
      const { applicationToken, memberId, isNew = false, ...fields } = install;
      // The row first: the token is sealed for the id it really has, also when two installs come at once.
      const made = { id: newId(), memberId, domain: fields.domain, auth: "oauth" as const };
      await db.insert(portal).values(made).onConflictDoNothing({ target: portal.memberId });
      const known = (await byMemberId(memberId)) as Portal; // safe: inserted above or before
      // Before it works again: what was to be said in the days of before must not be said now.
      if (known.isLeft && isNew) await cancelForLeftPortal(db, known.id);
      const [row] = await db
        .update(portal)
        .set({
          ...fields,
          auth: "oauth",
          state: "pending",
          stateReason: null,
          isLeft: false,
          applicationTokenSealed: box.seal(applicationToken, placeOf(known.id, "application_token")),
          updatedAt: sql`now()`,
        })
        .where(and(eq(portal.id, known.id), isNew ? undefined : eq(portal.isLeft, false)))
        .returning();
      if (row === undefined) throw new AppError("forbidden", LEFT);
      if (known.isLeft) await renewTurns(db, known.id);
      await openBudget(db, known.id);
      await tell();
      return row;
    },

    /**
     * Keeps a portal reached by an inbound webhook; the same webhook again is the same portal. One whose address was sealed with
     * another key gets it anew, and waits to be connected: the tokens of its bots do not open either.
     */
    async keepWebhook(input: { domain: string; url: string }): Promise<Portal> {
      const digest = digestOf(input.url);
      const id = newId();
      await db
        .insert(portal)
        .values({
          id,
          domain: input.domain,
          auth: "webhook",
          webhookUrlSealed: box.seal(input.url, placeOf(id, "webhook_url")),
          webhookUrlDigest: digest,
        })
        .onConflictDoNothing({ target: portal.webhookUrlDigest });
      const [row] = await db.select().from(portal).where(eq(portal.webhookUrlDigest, digest));
      const kept = row as Portal; // safe: inserted above or before
      await openBudget(db, kept.id);
      return opens(() => webhookUrl(kept)) ? kept : await sealAnew(kept, input.url);
    },

    /** Follows a portal that moved to another address. */
    async moveTo(id: string, address: { clientEndpoint: string } | { webhookUrl: string }): Promise<void> {
      const change =
        "clientEndpoint" in address
          ? { clientEndpoint: address.clientEndpoint, domain: new URL(address.clientEndpoint).host }
          : {
              webhookUrlSealed: box.seal(address.webhookUrl, placeOf(id, "webhook_url")),
              webhookUrlDigest: digestOf(address.webhookUrl),
              domain: new URL(address.webhookUrl).host,
            };
      await db
        .update(portal)
        .set({ ...change, updatedAt: sql`now()` })
        .where(eq(portal.id, id));
      await tell();
    },
  };
}
