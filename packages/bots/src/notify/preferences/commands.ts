import { commandFor } from "@botdeck/dialog";

import type { NotifyContext } from "../notify-context.ts";
import { digestCommand, digestRuleCommand } from "./digest-command.ts";
import { muteCommand, unmuteCommand } from "./mute-commands.ts";
import { offWorkCommand, quietCommand, zoneCommand } from "./quiet-commands.ts";
import { showSettings } from "./show-settings.ts";
import { whyCommand } from "./why-command.ts";

const notificationsCommand = commandFor<NotifyContext>()({
  title: { en: "How I notify you", ru: "Как я вас уведомляю" },
  params: [],
  handler: async (ctx) => showSettings(ctx, await ctx.services.preferences.read()),
});

/** What people say about how they want to be told. */
export const preferenceCommands = {
  notifications: notificationsCommand,
  quiet: quietCommand,
  digest: digestCommand,
  mute: muteCommand,
  why: whyCommand,
  zone: zoneCommand,
  offwork: offWorkCommand,
  digestrule: digestRuleCommand,
  unmute: unmuteCommand,
};
