import { type ButtonRows, commandFor, type Moves } from "@botdeck/dialog";

import { absenceButton } from "../absence-buttons.ts";
import type { HrContext } from "../hr-context.ts";
import type { AbsenceFacts } from "../services.ts";
import { leftIn } from "../vacation/balance-rule.ts";
import { balanceRuleOf, dayIn } from "../vacation/check-days.ts";
import { daysInWords } from "../vacation/days-in-words.ts";

const MOST_LINES = 12;
/** More buttons are no keyboard any more. */
const MOST_BUTTONS = 4;
const LAST_DAY = "9999-12-31";

/** `/myvacations`. */
export const myVacationsCommand = commandFor<HrContext>()({
  title: { en: "My days off", ru: "Мои отпуска" },
  about: { en: "What you asked for, and what is left", ru: "О чём вы просили и сколько осталось" },
  params: [],
  handler: (ctx) => showMine(ctx),
});

/** What somebody has this year and later, with what can be done about it. */
export async function showMine(ctx: HrContext): Promise<Moves> {
  const { settings, t } = ctx;
  const today = dayIn(settings.timeZone, ctx.at);
  const year = today.slice(0, 4);
  const mine = await ctx.services.absences.mine({ fromDay: `${year}-01-01`, toDay: LAST_DAY });
  const left = settings.balance === "off" ? [] : [t("mineLeft", leftValues(ctx, mine, year))];
  if (mine.length === 0) return [ctx.answered(), ctx.say([t("mineNone"), ...left].join("\n"))];
  const lines = mine.slice(0, MOST_LINES).map((each) => {
    return t("mineLine", { days: daysInWords(t, each), kind: t("kindName", { kind: each.kind }), state: each.state });
  });
  const open = mine.filter(({ state, toDay }) => (state === "requested" || state === "approved") && toDay >= today);
  return [
    ctx.answered(),
    ctx.say([t("mine"), ...lines, ...left].join("\n"), { buttons: open.slice(0, MOST_BUTTONS).map(buttonsOf(ctx)) }),
  ];
}

function leftValues({ settings }: HrContext, mine: readonly AbsenceFacts[], year: string) {
  return { year, left: leftIn(year, mine, balanceRuleOf(settings)), all: settings.daysPerYear };
}

const buttonsOf =
  ({ t }: HrContext) =>
  (absence: AbsenceFacts): ButtonRows[number] => {
    const days = daysInWords(t, absence);
    return [
      absenceButton(t("changeNamed", { days }), absence, "edit"),
      absenceButton(t("withdrawNamed", { days }), absence, "withdraw"),
    ];
  };
