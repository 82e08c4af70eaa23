import { commandFor, plainWords } from "@botdeck/dialog";
import { ALERT_RULE, explainPath, wholePath } from "@botdeck/notifications";

import type { NotifyContext } from "../notify-context.ts";
import { button } from "./command-button.ts";
import type { ToldNotification } from "./services.ts";

const command = commandFor<NotifyContext>();

const MOST_OFFERED = 6;
/** Characters of a notification that fit on a button. */
const BUTTON_LENGTH = 40;
const NOT_TOLD = ["skipped", "failed"];

/** `/why`: what was told lately, and why. A card's button says which one. */
export const whyCommand = command({
  title: { en: "Why was I told?", ru: "Почему мне пришло уведомление?" },
  params: [{ name: "id", kind: "token", isOptional: true, title: { en: "notification", ru: "уведомление" } }],
  handler: async (ctx) => {
    const { id } = ctx.args;
    const { preferences } = ctx.services;
    if (id !== undefined) {
      const told = await preferences.told(id);
      return told === null ? ctx.say(ctx.t("whyGone")) : await explain(ctx, told);
    }
    const latest = await preferences.latest(MOST_OFFERED);
    const [first] = latest;
    if (first === undefined) return ctx.say(ctx.t("whyNone"));
    if (latest.length === 1) return await explain(ctx, first);
    const buttons = latest.map((told) => [button(inBrief(told), "why", told.id)]);
    return ctx.say(ctx.t("whyHead"), { buttons });
  },
});

async function explain(ctx: NotifyContext, told: ToldNotification) {
  const { preferences } = ctx.services;
  const [{ timeZone }, names] = await Promise.all([preferences.read(), preferences.namesOf(told, ctx.language)]);
  const steps = explainPath(wholePath(told.path, told), {
    language: ctx.language,
    timeZone: timeZone ?? ctx.settings.timeZone,
    names,
    delivery: told.delivery,
  });
  const head = ctx.t(NOT_TOLD.includes(told.outcome) ? "whyNotOf" : "whyOf");
  const lines = [
    head,
    ...(told.line === null ? [] : [told.line]),
    ...steps.map((step, index) => `${index + 1}. ${step}`),
  ];
  // What tells of alerts is no rule that `/mute` knows: those are silenced at their cards.
  const isRule = told.ruleCode !== ALERT_RULE;
  const buttons = isRule ? [[button(ctx.t("buttonMuteRule"), "mute", told.ruleCode)]] : [];
  return ctx.say(lines.join("\n"), { buttons });
}

function inBrief({ line, ruleCode }: ToldNotification): string {
  const words = plainWords(line ?? ruleCode);
  return words.length <= BUTTON_LENGTH ? words : `${words.slice(0, BUTTON_LENGTH - 1).trimEnd()}…`;
}
