import { AppError } from "@botdeck/core";
import {
  createTextOverrides,
  type Database,
  listPortalBots,
  type PortalBot,
  portalBotById,
  readBotDetails,
} from "@botdeck/db";
import type { DialogDefinition } from "@botdeck/dialog/dialogs";

import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { botDetailsView } from "./bot-view.ts";
import { putSettings, switchBot } from "./change-bot.ts";
import { putText } from "./put-text.ts";
import { BotById, PutSettings, PutText, SetBotOn } from "./schemas.ts";
import { botView, dialogView, textGroupsView } from "./view.ts";

export const botRouter = router({
  list: procedureFor("viewer").query(async ({ ctx }) =>
    (await listPortalBots(ctx.db)).map((bot) => botView(bot, ctx.bots)),
  ),

  get: procedureFor("viewer")
    .input(BotById)
    .query(async ({ ctx, input }) => {
      const bot = await readBotDetails(ctx.db, input.botId);
      if (bot === null) throw new AppError("not_found", "This bot is not there, or no longer.");
      return botDetailsView(bot, ctx.bots);
    }),

  putSettings: procedureFor("lead")
    .input(PutSettings)
    .mutation(({ ctx, input }) => putSettings(ctx, input, actorOf(ctx))),

  setOn: procedureFor("admin")
    .input(SetBotOn)
    .mutation(({ ctx, input }) => switchBot(ctx.db, input, actorOf(ctx))),

  texts: procedureFor("viewer")
    .input(BotById)
    .query(async ({ ctx, input }) => {
      const bot = await readBot(ctx.db, input.botId);
      const known = ctx.bots.of(bot.code);
      if (known === null) return { bot: botView(bot, ctx.bots), groups: [] };
      const overridden = await createTextOverrides(ctx.db).ofBot(bot.portalId, bot.code);
      return { bot: botView(bot, ctx.bots), groups: textGroupsView(known, overridden) };
    }),

  putText: procedureFor("lead")
    .input(PutText)
    .mutation(async ({ ctx, input }) => putText(ctx, await readBot(ctx.db, input.botId), input, actorOf(ctx))),

  dialogs: procedureFor("viewer")
    .input(BotById)
    .query(async ({ ctx, input }) => {
      const bot = await readBot(ctx.db, input.botId);
      const known = ctx.bots.of(bot.code);
      const dialogs = known === null ? [] : newestOf(known.dialogs).map((dialog) => dialogView(dialog, known));
      return { bot: botView(bot, ctx.bots), dialogs };
    }),
});

/** Older versions stay in a definition for dialogs in progress; people look at what is begun now. */
function newestOf(dialogs: readonly DialogDefinition[]): DialogDefinition[] {
  const newest = new Map<string, DialogDefinition>();
  for (const dialog of dialogs) {
    const other = newest.get(dialog.name);
    if (other === undefined || other.version < dialog.version) newest.set(dialog.name, dialog);
  }
  return [...newest.values()];
}

async function readBot(db: Database, id: string): Promise<PortalBot> {
  const bot = await portalBotById(db, id);
  if (bot === null) throw new AppError("not_found", "This bot is not there, or no longer.");
  return bot;
}
