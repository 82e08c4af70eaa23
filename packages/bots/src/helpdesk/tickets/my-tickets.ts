import { commandFor, type Moves, plainWords } from "@botdeck/dialog";

import type { HelpdeskContext } from "../helpdesk-context.ts";
import type { TicketFacts } from "../services.ts";
import { showButton } from "./ticket-buttons.ts";

const MOST = 10;
const IN_ROW = 5;

/** `/mytickets` */
export const myTicketsCommand = commandFor<HelpdeskContext>()({
  title: { en: "My tickets", ru: "Мои заявки" },
  about: {
    en: "Lists the tickets you asked for, and those you work on.",
    ru: "Показывает ваши заявки и те, над которыми вы работаете.",
  },
  params: [],
  handler: (ctx) => showMine(ctx),
});

export async function showMine(ctx: HelpdeskContext): Promise<Moves> {
  const [mine, assigned] = await Promise.all([ctx.services.mine(), ctx.services.assigned()]);
  const own = mine.filter(({ state }) => state !== "merged").slice(0, MOST);
  const theirs = assigned.slice(0, MOST);
  if (own.length === 0 && theirs.length === 0) return ctx.say(ctx.t("mineNone"));
  const parts = [
    ...(own.length > 0 ? [[ctx.t("mineTitle"), ...own.map((one) => lineOf(ctx, one))]] : []),
    ...(theirs.length > 0 ? [[ctx.t("assignedTitle"), ...theirs.map((one) => lineOf(ctx, one))]] : []),
  ];
  const numbers = [...new Set([...own, ...theirs].map(({ number }) => number))].slice(0, MOST);
  const buttons = [numbers.slice(0, IN_ROW), numbers.slice(IN_ROW)].filter((row) => row.length > 0);
  const text = parts.map((lines) => lines.join("\n")).join("\n\n");
  return [ctx.answered(), ctx.say(text, { buttons: buttons.map((row) => row.map(showButton)) })];
}

const lineOf = ({ t }: HelpdeskContext, { number, title, state }: TicketFacts): string =>
  t("mineLine", { number, title: plainWords(title), state: t(`state_${state}`) });
