import { commandFor } from "@botdeck/dialog";

import { endOfSpan } from "../end-of-span.ts";
import type { NotifyContext } from "../notify-context.ts";
import { button } from "./command-button.ts";
import type { OfferedRule } from "./services.ts";
import { showSettings } from "./show-settings.ts";

const command = commandFor<NotifyContext>();

/** More buttons do not fit on a phone. */
const MOST_RULES = 12;

const FOR_GOOD = "good";
/** How long a rule is muted, as buttons name it. */
const SPANS = {
  hour: "buttonHour",
  morning: "buttonMorning",
  day: "buttonDay",
  week: "buttonWeek",
  [FOR_GOOD]: "buttonForGood",
} as const;
type Span = keyof typeof SPANS;

/** `/mute`: which rule, and for how long. */
export const muteCommand = command({
  title: { en: "Mute a rule", ru: "Отключить правило" },
  about: {
    en: "Which notifications not to send you, and for how long",
    ru: "Какие уведомления вам не слать и как долго",
  },
  params: [
    { name: "code", kind: "token", isOptional: true, title: { en: "rule", ru: "правило" } },
    { name: "span", kind: "token", isOptional: true, title: { en: "how long", ru: "сколько" } },
  ],
  handler: async (ctx) => {
    const { code, span } = ctx.args;
    const rules = await ctx.services.preferences.rules();
    if (code === undefined) return askRule(ctx, rules);
    const rule = rules.find((each) => each.code === code);
    if (rule === undefined) return ctx.say(ctx.t("ruleGone"));
    if (!isSpan(span)) return await askSpan(ctx, rule);
    const { preferences } = ctx.services;
    const changed = await preferences.change((before) => {
      const timeZone = before.timeZone ?? ctx.settings.timeZone;
      const until = span === FOR_GOOD ? null : endOfSpan(span, { now: new Date(ctx.at), timeZone });
      return { ...before, muted: { ...before.muted, [code]: until?.toISOString() ?? null } };
    });
    return await showSettings(ctx, changed);
  },
});

export const unmuteCommand = command({
  title: { en: "Tell a rule again", ru: "Снова сообщать" },
  isHidden: true,
  params: [{ name: "code", kind: "token", title: { en: "rule", ru: "правило" } }],
  handler: async (ctx) => {
    const changed = await ctx.services.preferences.change((before) => {
      const muted = Object.fromEntries(Object.entries(before.muted).filter(([code]) => code !== ctx.args.code));
      return { ...before, muted };
    });
    return showSettings(ctx, changed);
  },
});

function askRule(ctx: NotifyContext, rules: readonly OfferedRule[]) {
  if (rules.length === 0) return ctx.say(ctx.t("rulesNone"));
  const buttons = rules.slice(0, MOST_RULES).map(({ code, title }) => [button(title[ctx.language], "mute", code)]);
  return ctx.say(ctx.t("askRule"), { buttons });
}

async function askSpan(ctx: NotifyContext, { code, title }: OfferedRule) {
  const { muted, digested } = await ctx.services.preferences.read();
  const isDigested = digested.includes("*") || digested.includes(code);
  const spans = Object.entries(SPANS).map(([span, text]) => button(ctx.t(text), "mute", `${code} ${span}`));
  const digest = isDigested
    ? button(ctx.t("buttonOneByOne"), "digestrule", `${code} off`)
    : button(ctx.t("buttonIntoDigest"), "digestrule", `${code} on`);
  const others = code in muted ? [digest, button(ctx.t("buttonUnmute"), "unmute", code)] : [digest];
  return ctx.say(ctx.t("askMute", { rule: title[ctx.language] }), {
    buttons: [spans.slice(0, 3), spans.slice(3), others],
  });
}

function isSpan(word: string | undefined): word is Span {
  return word !== undefined && Object.hasOwn(SPANS, word);
}
