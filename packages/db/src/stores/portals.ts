import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, inArray, ne, or, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { bot, portal, type Bot, type Portal } from "../schema/portal.ts";
import { digestOf, type SecretBox } from "../secret-box.ts";
import { askAboutPortal } from "./portal-checks.ts";
import { openBudget } from "./rate-budget.ts";

const place = (portalId: string, column: string) => `portal:${portalId}:${column}`;
const botPlace = (botId: string) => `bot:${botId}:token`;

const LEFT =
  "The portal was disconnected in the console: to connect it again, remove the app on the portal and install it anew";

/** That the app was removed on a portal, and the digest of the application token that proved it. */
export type Removal = { portalId: string; tokenDigest: string };
export type Portals = ReturnType<typeof createPortals>;

/** Portals and the bots on them. Secrets go in and come out in the clear here, and lie sealed in the tables. */
export function createPortals(db: Database, box: SecretBox) {
  /** Tells gateways and workers, which know portals and bots by heart. */
  const tell = () => announce(db, "botdeck_portals", null);

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
      const known = (await this.byMemberId(memberId)) as Portal; // safe: inserted above or before
      const [row] = await db
        .update(portal)
        .set({
          ...fields,
          auth: "oauth",
          state: "pending",
          stateReason: null,
          isLeft: false,
          applicationTokenSealed: box.seal(applicationToken, place(known.id, "application_token")),
          updatedAt: sql`now()`,
        })
        .where(and(eq(portal.id, known.id), isNew ? undefined : eq(portal.isLeft, false)))
        .returning();
      if (row === undefined) throw new AppError("forbidden", LEFT);
      await openBudget(db, known.id);
      await tell();
      return row;
    },

    /** Keeps a portal reached by an inbound webhook; the same webhook again is the same portal. */
    async keepWebhook(input: { domain: string; url: string }): Promise<Portal> {
      const digest = digestOf(input.url);
      const id = newId();
      await db
        .insert(portal)
        .values({
          id,
          domain: input.domain,
          auth: "webhook",
          webhookUrlSealed: box.seal(input.url, place(id, "webhook_url")),
          webhookUrlDigest: digest,
        })
        .onConflictDoNothing({ target: portal.webhookUrlDigest });
      const [row] = await db.select().from(portal).where(eq(portal.webhookUrlDigest, digest));
      const kept = row as Portal; // safe: inserted above or before
      await openBudget(db, kept.id);
      return kept;
    },

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

    async setState(id: string, state: Portal["state"], reason: string | null = null): Promise<void> {
      await db
        .update(portal)
        .set({ state, stateReason: reason, updatedAt: sql`now()` })
        .where(eq(portal.id, id));
      await tell();
    },

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
      await db
        .update(portal)
        .set({ state: "pending", stateReason: null, isLeft: false, updatedAt: sql`now()` })
        .where(and(eq(portal.id, id), eq(portal.state, "removed")));
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
      const isRemoved = (await this.byId(id))?.state === "removed";
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
      const known = await this.byId(portalId);
      const token = known === null ? null : this.applicationToken(known);
      if (token === null || digestOf(token) !== tokenDigest) return;
      await this.setState(portalId, "removed", "The app was removed on the portal");
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

    /** Follows a portal that moved to another address. */
    async moveTo(id: string, address: { clientEndpoint: string } | { webhookUrl: string }): Promise<void> {
      const change =
        "clientEndpoint" in address
          ? { clientEndpoint: address.clientEndpoint, domain: new URL(address.clientEndpoint).host }
          : {
              webhookUrlSealed: box.seal(address.webhookUrl, place(id, "webhook_url")),
              webhookUrlDigest: digestOf(address.webhookUrl),
              domain: new URL(address.webhookUrl).host,
            };
      await db
        .update(portal)
        .set({ ...change, updatedAt: sql`now()` })
        .where(eq(portal.id, id));
      await tell();
    },

    applicationToken: (row: Pick<Portal, "id" | "applicationTokenSealed">): string | null =>
      row.applicationTokenSealed === null
        ? null
        : box.open(row.applicationTokenSealed, place(row.id, "application_token")),

    webhookUrl: (row: Portal): string | null =>
      row.webhookUrlSealed === null ? null : box.open(row.webhookUrlSealed, place(row.id, "webhook_url")),

    /** The bot of this code on a portal, made as `registering` when it is not there yet. */
    async ensureBot(input: {
      portalId: string;
      code: string;
      name: string;
      eventMode: Bot["eventMode"];
      /** Written before the portal learns it, so that a crash between the two loses nothing. */
      newBotToken: string | null;
    }): Promise<Bot> {
      const { newBotToken, ...fields } = input;
      const id = newId();
      await db
        .insert(bot)
        .values({ id, ...fields, botTokenSealed: newBotToken === null ? null : box.seal(newBotToken, botPlace(id)) })
        .onConflictDoNothing({ target: [bot.portalId, bot.code] });
      await tell();
      const [row] = await db
        .select()
        .from(bot)
        .where(and(eq(bot.portalId, input.portalId), eq(bot.code, input.code)));
      return row as Bot; // safe: inserted above or before
    },

    async markRegistered(botId: string, bitrixBotId: string, api: Bot["api"] = "v2"): Promise<void> {
      await db
        .update(bot)
        .set({ bitrixBotId, api, state: "active", stateReason: null, updatedAt: sql`now()` })
        .where(eq(bot.id, botId));
      await tell();
    },

    /** The portal was told a bot's commands. @param told.digest Of all that it was told, to be known at the next start. */
    async keepCommands(botId: string, told: { commandIds: Bot["commandIds"]; digest: string }): Promise<void> {
      await db
        .update(bot)
        .set({ commandIds: told.commandIds, commandsDigest: told.digest, updatedAt: sql`now()` })
        .where(eq(bot.id, botId));
    },

    /** Whether the tokens that come with its events are kept, to act with the rights of who asks. */
    async setKeepsTokens(botId: string, keepsTokens: boolean): Promise<void> {
      await db
        .update(bot)
        .set({ keepsTokens, updatedAt: sql`now()` })
        .where(eq(bot.id, botId));
      await tell();
    },

    async setBotState(botId: string, state: Bot["state"], reason: string | null): Promise<void> {
      await db
        .update(bot)
        .set({ state, stateReason: reason, updatedAt: sql`now()` })
        .where(eq(bot.id, botId));
      await tell();
    },

    /**
     * Changes what the portal has set about a bot. To be called in a transaction: of two changes at once, the second then
     * begins with what the first left.
     */
    async changeBotSettings(botId: string, change: (settings: Bot["settings"]) => Bot["settings"]): Promise<void> {
      const [known] = await db.select({ settings: bot.settings }).from(bot).where(eq(bot.id, botId)).for("update");
      if (known === undefined) throw new AppError("not_found", `There is no bot ${botId}`);
      await db
        .update(bot)
        .set({ settings: change(known.settings), updatedAt: sql`now()` })
        .where(eq(bot.id, botId));
      await tell();
    },

    async botById(id: string): Promise<Bot | null> {
      const [found] = await db.select().from(bot).where(eq(bot.id, id));
      return found ?? null;
    },

    /** The bots among these portal ids that are ours; events for others are not for us. */
    async botsByBitrixId(portalId: string, bitrixBotIds: readonly string[]): Promise<Bot[]> {
      if (bitrixBotIds.length === 0) return [];
      return db
        .select()
        .from(bot)
        .where(and(eq(bot.portalId, portalId), inArray(bot.bitrixBotId, [...bitrixBotIds])));
    },

    async botsOf(portalId: string): Promise<Bot[]> {
      return db.select().from(bot).where(eq(bot.portalId, portalId)).orderBy(bot.createdAt);
    },

    /** Bots whose events we must go and get. */
    async fetchBots(): Promise<{ bot: Bot; portal: Portal }[]> {
      return db
        .select({ bot, portal })
        .from(bot)
        .innerJoin(portal, eq(bot.portalId, portal.id))
        .where(and(eq(bot.eventMode, "fetch"), eq(bot.state, "active"), eq(portal.state, "active")));
    },

    botToken: (row: Bot): string | null =>
      row.botTokenSealed === null ? null : box.open(row.botTokenSealed, botPlace(row.id)),
  };
}
