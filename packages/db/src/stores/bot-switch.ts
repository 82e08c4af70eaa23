import { AppError } from "@botdeck/core";
import { and, eq, or, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { bot, portal, type Bot, type Portal } from "../schema/portal.ts";

/** Stands in `bot.commands_digest` while the portal knows that the bot is off: it was told of no commands. */
export const TOLD_OFF = "off";

/** The bot as it is, held against other changes. @throws AppError `not_found`. */
export async function lockBot(tx: Database, botId: string): Promise<Bot> {
  const [row] = await tx.select().from(bot).where(eq(bot.id, botId)).for("update");
  if (row === undefined) throw new AppError("not_found", "This bot is not there, or no longer.");
  return row;
}

/**
 * Switches a bot on or off; the worker tells its portal. One that was taken off its portal is registered anew when it is switched
 * on. Whoever listens to `botdeck_portals` has to be told after the commit.
 */
export async function setBotOn(tx: Database, botId: string, isOn: boolean): Promise<void> {
  await tx
    .update(bot)
    .set({
      isOn,
      // The portal may have lost it before it was told that the bot is off.
      ...(isOn && {
        commandsDigest: sql`case when ${bot.state} = 'removed' then ${TOLD_OFF} else ${bot.commandsDigest} end`,
      }),
      updatedAt: sql`now()`,
    })
    .where(eq(bot.id, botId));
}

/** Keeps what a portal has set about a bot. Whoever listens to `botdeck_portals` has to be told after the commit. */
export async function putBotSettings(tx: Database, botId: string, settings: Bot["settings"]): Promise<void> {
  await tx
    .update(bot)
    .set({ settings, updatedAt: sql`now()` })
    .where(eq(bot.id, botId));
}

/** The bots of connected portals that were switched, and whose portal does not know yet. @param botId Of this one alone; else of all. */
export async function botsToSwitch(db: Database, botId?: string): Promise<{ bot: Bot; portal: Portal }[]> {
  const isTold = sql`coalesce(${bot.commandsDigest}, '') = ${TOLD_OFF}`;
  return await db
    .select({ bot, portal })
    .from(bot)
    .innerJoin(portal, eq(portal.id, bot.portalId))
    .where(
      and(
        botId === undefined ? undefined : eq(bot.id, botId),
        eq(portal.state, "active"),
        or(and(eq(bot.isOn, false), eq(bot.state, "active"), sql`not ${isTold}`), and(eq(bot.isOn, true), isTold)),
      ),
    );
}
