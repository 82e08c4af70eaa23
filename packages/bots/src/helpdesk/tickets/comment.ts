import type { TicketNews } from "@botdeck/contracts";
import { TICKET_NEWS_SIGNAL } from "@botdeck/contracts/names";
import { commandFor, type Moves } from "@botdeck/dialog";

import type { HelpdeskContext } from "../helpdesk-context.ts";
import type { TicketFacts } from "../services.ts";
import { mayRead } from "./may-read.ts";

/** `/comment 1234 It happens on the second floor too` */
export const commentCommand = commandFor<HelpdeskContext>()({
  title: { en: "Write about a ticket", ru: "Написать по заявке" },
  about: {
    en: "Passes your words on: to whoever works on the ticket, or from them to its reporter.",
    ru: "Передаёт ваши слова исполнителю заявки, а слова исполнителя — автору.",
  },
  params: [
    {
      name: "number",
      kind: "number",
      title: { en: "number of the ticket", ru: "номер заявки" },
      least: 1,
      most: 2_147_483_647,
    },
    { name: "words", kind: "words", title: { en: "words", ru: "слова" } },
  ],
  examples: {
    en: ["1234 the second floor has it too"],
    ru: ["1234 на втором этаже то же самое"],
  },
  async handler(ctx) {
    const { number, words } = ctx.args;
    const ticket = await ctx.services.byNumber(number);
    if (ticket === null) return ctx.say(ctx.t("noTicket", { number }));
    return await passWords(ctx, ticket, words);
  },
});

/** Keeps words about a ticket and has its workflow pass them on. */
export async function passWords(ctx: HelpdeskContext, ticket: TicketFacts, text: string): Promise<Moves> {
  const { id, number, state, workflowId } = ticket;
  if (!(await mayRead(ctx, ticket))) return ctx.say(ctx.t("notYours", { number }));
  if (state === "closed" || state === "merged") {
    return ctx.say(ctx.t("notNow", { number, state: ctx.t(`state_${state}`) }));
  }
  const names = ctx.said.files.map(({ name, id: fileId }) => `📎 ${name ?? fileId}`);
  const words = { key: `chat:${ctx.stepId}`, text: [text, ...names].join("\n") };
  const commentId = await ctx.services.comment(id, words);
  const news: TicketNews = { id: ctx.stepId, kind: "commented", by: ctx.person.id, commentId };
  return [ctx.signal(workflowId, TICKET_NEWS_SIGNAL, news), ctx.say(ctx.t("passedOn", { number }))];
}
