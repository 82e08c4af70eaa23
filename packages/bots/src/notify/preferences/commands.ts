import { commandFor } from "@botdeck/dialog";

import type { NotifyContext } from "../notify-context.ts";
import { digestCommand, digestRuleCommand } from "./digest-command.ts";
import { muteCommand, unmuteCommand } from "./mute-commands.ts";
import { offWorkCommand, quietCommand, workdayCommand, zoneCommand } from "./quiet-commands.ts";
import { showSettings } from "./show-settings.ts";
import { whyCommand } from "./why-command.ts";

const notificationsCommand = commandFor<NotifyContext>()({
  title: { en: "How I notify you", ru: "Как я вас уведомляю" },
  params: [],
  handler: async (ctx) => showSettings(ctx, await ctx.services.preferences.read()),
});

const channelCommand = commandFor<NotifyContext>()({
  title: { en: "Where I notify you", ru: "Куда приходят уведомления" },
  isHidden: true,
  params: [{ name: "channel", kind: "token", title: { en: "bell or chat", ru: "bell или chat" } }],
  handler: async (ctx) => {
    const channel = ctx.args.channel === "bell" ? ("bell" as const) : ("chat" as const);
    return showSettings(ctx, await ctx.services.preferences.change((before) => ({ ...before, channel })));
  },
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
  workday: workdayCommand,
  digestrule: digestRuleCommand,
  unmute: unmuteCommand,
  channel: channelCommand,
};
