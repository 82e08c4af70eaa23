import { commandFor } from "@botdeck/dialog";
import type { Preference } from "@botdeck/notifications";

import type { NotifyContext } from "../notify-context.ts";
import { button } from "./command-button.ts";
import { readQuietHours, readTimeOfDay } from "./read-quiet-hours.ts";
import { showSettings } from "./show-settings.ts";

const command = commandFor<NotifyContext>();

/** Stands for all rules that are not urgent. */
const ALL = "*";

/** `/digest 09:00`: what is not urgent comes together. */
export const digestCommand = command({
  title: { en: "One digest instead of many messages", ru: "Дайджест вместо отдельных сообщений" },
  params: [{ name: "time", kind: "words", isOptional: true, title: { en: "time", ru: "время" } }],
  examples: { en: ["09:00", "off"], ru: ["09:00", "выкл"] },
  handler: async (ctx) => {
    const { time } = ctx.args;
    const { preferences } = ctx.services;
    if (time === undefined) {
      const { digestAt: at } = await preferences.read();
      const buttons = [
        [button(ctx.t("buttonAllTogether", { at }), "digest", at), button(ctx.t("buttonOneByOne"), "digest", "off")],
      ];
      return ctx.say(ctx.t("askDigest"), { buttons });
    }
    const digestAt = readTimeOfDay(time);
    if (digestAt !== null) {
      return showSettings(ctx, await preferences.change((before) => ({ ...before, digestAt, digested: [ALL] })));
    }
    if (readQuietHours(time) !== "off") return ctx.say(ctx.t("digestUnclear"));
    return showSettings(ctx, await preferences.change((before) => ({ ...before, digested: [] })));
  },
});

/** One rule into the digest, or out of it. */
export const digestRuleCommand = command({
  title: { en: "A rule in the digest", ru: "Правило в дайджесте" },
  isHidden: true,
  params: [
    { name: "code", kind: "token", title: { en: "rule", ru: "правило" } },
    { name: "wish", kind: "token", title: { en: "on or off", ru: "on или off" } },
  ],
  handler: async (ctx) => {
    const { code, wish } = ctx.args;
    const { preferences } = ctx.services;
    const rules = await preferences.rules();
    if (!rules.some((rule) => rule.code === code)) return ctx.say(ctx.t("ruleGone"));
    const changed = await preferences.change((before) => withRule(before, code, wish === "on", rules));
    return showSettings(ctx, changed);
  },
});

/** Out of a digest of everything, all others stay. */
function withRule(before: Preference, code: string, isIn: boolean, rules: readonly { code: string }[]): Preference {
  const named = before.digested.includes(ALL) ? rules.map((rule) => rule.code) : before.digested;
  const others = named.filter((each) => each !== code);
  if (!isIn) return { ...before, digested: others };
  return { ...before, digested: before.digested.includes(ALL) ? before.digested : [...others, code] };
}
