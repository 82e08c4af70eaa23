import { isTimeZone } from "@botdeck/core/working-time";
import { commandFor } from "@botdeck/dialog";

import type { NotifyContext } from "../notify-context.ts";
import { button } from "./command-button.ts";
import { readQuietHours } from "./read-quiet-hours.ts";
import { showSettings } from "./show-settings.ts";

const command = commandFor<NotifyContext>();

const OFFERED = ["22:00-08:00", "20:00-09:00"];

/** `/quiet 22:00-08:00`. */
export const quietCommand = command({
  title: { en: "Quiet hours", ru: "Тихие часы" },
  about: { en: "When not to write to you", ru: "Когда вам не писать" },
  params: [{ name: "hours", kind: "words", isOptional: true, title: { en: "hours", ru: "часы" } }],
  examples: { en: ["22:00-08:00", "off"], ru: ["22:00-08:00", "выкл"] },
  handler: async (ctx) => {
    const { hours } = ctx.args;
    const buttons = [
      [...OFFERED.map((span) => button(span, "quiet", span)), button(ctx.t("buttonOff"), "quiet", "off")],
    ];
    if (hours === undefined) return ctx.say(ctx.t("askQuiet"), { buttons });
    const read = readQuietHours(hours);
    if (read === null) return ctx.say(ctx.t("quietUnclear"), { buttons });
    const quietHours = read === "off" ? null : read;
    return showSettings(ctx, await ctx.services.preferences.change((before) => ({ ...before, quietHours })));
  },
});

export const offWorkCommand = command({
  title: { en: "Quiet outside of working hours", ru: "Тишина в нерабочее время" },
  isHidden: true,
  params: [{ name: "wish", kind: "token", title: { en: "on or off", ru: "on или off" } }],
  handler: async (ctx) => {
    const isQuietOffWork = ctx.args.wish === "on";
    return showSettings(ctx, await ctx.services.preferences.change((before) => ({ ...before, isQuietOffWork })));
  },
});

export const workdayCommand = command({
  title: { en: "Follow the working day on the portal", ru: "Следовать рабочему дню на портале" },
  isHidden: true,
  params: [{ name: "wish", kind: "token", title: { en: "on or off", ru: "on или off" } }],
  handler: async (ctx) => {
    const followsWorkday = ctx.args.wish === "on";
    return showSettings(ctx, await ctx.services.preferences.change((before) => ({ ...before, followsWorkday })));
  },
});

/** `/zone Asia/Omsk`. */
export const zoneCommand = command({
  title: { en: "Your time zone", ru: "Ваш часовой пояс" },
  params: [{ name: "zone", kind: "token", title: { en: "time zone", ru: "часовой пояс" } }],
  examples: { en: ["Europe/Moscow"], ru: ["Europe/Moscow"] },
  handler: async (ctx) => {
    const timeZone = ctx.args.zone;
    if (!isTimeZone(timeZone)) return ctx.say(ctx.t("zoneUnclear"));
    return showSettings(ctx, await ctx.services.preferences.change((before) => ({ ...before, timeZone })));
  },
});
