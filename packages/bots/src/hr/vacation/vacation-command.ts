import { commandFor, type Moves } from "@botdeck/dialog";
import type { Slots } from "@botdeck/dialog/dialogs";

import type { HrContext } from "../hr-context.ts";
import { kindIn, KIND_CHOICES } from "./kinds.ts";
import { spanOf } from "./read-days.ts";

/** `/vacation 15.07–28.07`, `/vacation завтра удалённо`, or alone. */
export const vacationCommand = commandFor<HrContext>()({
  title: { en: "Ask for days off", ru: "Попросить отпуск" },
  about: {
    en: "Days off, half days, sick leave or work from elsewhere: your head approves it, your calendar shows it",
    ru: "Отпуск, полдня, больничный или удалённая работа: руководитель согласует, календарь покажет",
  },
  params: [
    { name: "days", kind: "period", title: { en: "days", ru: "дни" }, isOptional: true },
    { name: "kind", kind: "choice", title: { en: "kind", ru: "вид" }, choices: KIND_CHOICES, isOptional: true },
  ],
  examples: {
    en: ["15.07–28.07", "next Friday unpaid", "15 July in the afternoon"],
    ru: ["15.07–28.07", "в следующую пятницу за свой счёт", "15 июля после обеда"],
  },
  handler: (ctx) => {
    const { days, kind } = ctx.args;
    if (days === undefined) return ctx.begin("vacation", given(ctx, { isLed: true, ...(kind && { kind }) }));
    return ctx.begin("vacation", given(ctx, { kind: kind ?? "paid", days: spanOf(days) }));
  },
});

/** A wish in words of their own: what these name is not asked for again. */
export function askInWords(ctx: HrContext): Moves {
  const { sure } = ctx.said;
  const kind = kindIn(ctx.text) ?? (sure === "sick" || sure === "remote" ? sure : undefined);
  return ctx.begin("vacation", given(ctx, { isLed: true, ...(kind && { kind }) }));
}

const given = ({ language }: HrContext, slots: Slots): Slots => ({ language, ...slots });
