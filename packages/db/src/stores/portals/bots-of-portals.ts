import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, inArray, sql } from "drizzle-orm";

import { type Bot, bot, type Portal, portal } from "../../schema/portal.ts";
import { opens } from "../../secret-box.ts";
import type { PortalStore } from "./portal-store.ts";

const placeOf = (botId: string) => `bot:${botId}:token`;

/** The bots on portals. */
export function botsOfPortals({ db, box, tell }: PortalStore) {
  const botToken = (row: Bot): string | null =>
    row.botTokenSealed === null ? null : box.open(row.botTokenSealed, placeOf(row.id));

  return {
    botToken,

    /**
     * The bot of this code on a portal, made as `registering` when it is not there yet. A token that was sealed with another key gives way
     * to the new one.
     */
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
        .values({ id, ...fields, botTokenSealed: newBotToken === null ? null : box.seal(newBotToken, placeOf(id)) })
        .onConflictDoNothing({ target: [bot.portalId, bot.code] });
      await tell();
      const [row] = await db
        .select()
        .from(bot)
        .where(and(eq(bot.portalId, input.portalId), eq(bot.code, input.code)));
      const known = row as Bot; // safe: inserted above or before
      if (newBotToken === null || opens(() => botToken(known))) return known;
      const botTokenSealed = box.seal(newBotToken, placeOf(known.id));
      await db
        .update(bot)
        .set({ botTokenSealed, updatedAt: sql`now()` })
        .where(eq(bot.id, known.id));
      await tell();
      return { ...known, botTokenSealed };
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
  };
}
