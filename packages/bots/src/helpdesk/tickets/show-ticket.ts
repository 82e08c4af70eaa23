import { type ButtonRows, commandFor, type DeedButton, type Moves, plainWords } from "@botdeck/dialog";

import type { HelpdeskContext } from "../helpdesk-context.ts";
import type { TicketFacts } from "../services.ts";
import { mayRead } from "./may-read.ts";
import { ticketButton } from "./ticket-buttons.ts";

/** `/ticket 1234` */
export const ticketCommand = commandFor<HelpdeskContext>()({
  title: { en: "Show a ticket", ru: "Показать заявку" },
  about: {
    en: "Shows where a ticket stands, who works on it and what you can do about it.",
    ru: "Показывает, что с заявкой, кто ею занимается и что вы можете сделать.",
  },
  params: [{ name: "number", kind: "number", title: { en: "number", ru: "номер" }, least: 1, most: 2_147_483_647 }],
  examples: { en: ["1234"], ru: ["1234"] },
  handler: (ctx) => showTicket(ctx, ctx.args.number),
});

async function showTicket(ctx: HelpdeskContext, number: number): Promise<Moves> {
  const ticket = await ctx.services.byNumber(number);
  if (ticket === null) return ctx.say(ctx.t("noTicket", { number }));
  if (!(await mayRead(ctx, ticket))) return ctx.say(ctx.t("notYours", { number }));
  return [ctx.answered(), ctx.say(inWords(ctx, ticket), { buttons: buttonsFor(ctx, ticket) })];
}

function inWords({ t, settings, language }: HelpdeskContext, ticket: TicketFacts): string {
  const { number, title, category, state, mergedInto, assigneeName, respondBy, resolveBy } = ticket;
  const stands = mergedInto === null ? t(`state_${state}`) : t("mergedWith", { number: mergedInto });
  const about = { number, title: plainWords(title), category: categoryIn(t, category), state: stands };
  const text = t("ticketText", { ...about, assignee: plainWords(assigneeName) || "—" });
  const isOpen = state === "open" || state === "in_progress";
  if (!isOpen || resolveBy === null) return text;
  const moment = (at: string | null) => momentIn(at, settings.timeZone, language);
  return `${text}\n${t("ticketDates", { respondBy: moment(respondBy), resolveBy: moment(resolveBy) })}`;
}

const categoryIn = (t: HelpdeskContext["t"], category: string): string =>
  // safe: every category has a text of that name
  t(`category_${category}` as "category_other");

/** A moment in the office's own time. */
function momentIn(at: string | null, timeZone: string, language: string): string {
  if (at === null) return "—";
  const format = { timeZone, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, format).format(new Date(at));
}

/** What this person can do about it now. */
function buttonsFor(ctx: HelpdeskContext, { id, state, assigneeId, isListener }: TicketFacts): ButtonRows {
  const { t, person } = ctx;
  const button = (text: string, what: string): DeedButton => ticketButton(id, text, what);
  const isOver = state === "solved" || state === "closed";
  if (state === "merged") return [];
  if (assigneeId === person.id) {
    if (isOver) return [[button(t("buttonReopen"), "reopen")]];
    const first = state === "in_progress" ? button(t("buttonWait"), "wait") : button(t("buttonTake"), "take");
    return [[first, button(t("buttonSolve"), "solve")], [button(t("buttonWrite"), "write")]];
  }
  if (!isListener) return [];
  if (state === "solved") return [[button(t("buttonFixed"), "fixed"), button(t("buttonNotFixed"), "reopen")]];
  return [[state === "closed" ? button(t("buttonReopen"), "reopen") : button(t("buttonAnswer"), "write")]];
}
