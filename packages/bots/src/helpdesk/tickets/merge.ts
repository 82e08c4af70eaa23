import type { TicketNews } from "@botdeck/contracts";
import { TICKET_NEWS_SIGNAL } from "@botdeck/contracts/names";
import { commandFor, type Moves } from "@botdeck/dialog";

import type { HelpdeskContext } from "../helpdesk-context.ts";
import { helpsWith } from "./may-read.ts";

/** `/merge 1235 into 1234` */
export const mergeCommand = commandFor<HelpdeskContext>()({
  title: { en: "Merge tickets about the same", ru: "Объединить заявки об одном" },
  about: {
    en: "The first ticket ends, and its reporter hears what becomes of the second one. For those who help.",
    ru: "Первая заявка завершается, а её автор узнаёт, что будет со второй. Для исполнителей.",
  },
  params: [
    {
      name: "number",
      kind: "number",
      title: { en: "number of the ticket that ends", ru: "номер, который завершается" },
      least: 1,
      most: 2_147_483_647,
    },
    {
      name: "into",
      kind: "number",
      title: { en: "number of the one that stays", ru: "номер, который остаётся" },
      least: 1,
      most: 2_147_483_647,
    },
    { name: "rest", kind: "words", title: { en: "words", ru: "слова" }, isOptional: true },
  ],
  examples: { en: ["1235 into 1234"], ru: ["1235 в 1234"] },
  handler: (ctx) => merge(ctx, ctx.args.number, ctx.args.into),
});

/** Has one ticket end in another one; the workflow of the first does it. */
export async function merge(ctx: HelpdeskContext, number: number, intoNumber: number): Promise<Moves> {
  if (number === intoNumber) return ctx.say(ctx.t("mergeSame"));
  const [from, into] = await Promise.all([ctx.services.byNumber(number), ctx.services.byNumber(intoNumber)]);
  if (from === null) return ctx.say(ctx.t("noTicket", { number }));
  if (into === null) return ctx.say(ctx.t("noTicket", { number: intoNumber }));
  if (!(await helpsWith(ctx, from))) return ctx.say(ctx.t("notForYou", { number }));
  const closed = [from, into].find(({ state }) => state === "closed" || state === "merged");
  if (closed !== undefined) return ctx.say(ctx.t("mergeClosed", { number: closed.number }));
  const news: TicketNews = { id: ctx.stepId, kind: "merged", by: ctx.person.id, into: into.id };
  return [
    ctx.answered(),
    ctx.signal(from.workflowId, TICKET_NEWS_SIGNAL, news),
    ctx.say(ctx.t("mergeBegun", { number, into: intoNumber })),
  ];
}
