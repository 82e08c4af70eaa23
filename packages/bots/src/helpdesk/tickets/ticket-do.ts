import type { TicketNews } from "@botdeck/contracts";
import { TICKET_NEWS_SIGNAL } from "@botdeck/contracts/names";
import { commandFor, type Moves } from "@botdeck/dialog";

import type { HelpdeskContext } from "../helpdesk-context.ts";
import { forgetPending, pendingText } from "../opening/open-ticket.ts";
import type { TicketFacts, TicketState } from "../services.ts";
import { passWords } from "./comment.ts";
import { mayRead } from "./may-read.ts";
import { merge } from "./merge.ts";

/** What a person does to a ticket by a button, who may, and while it is so. */
const DEEDS: Readonly<
  Record<string, { kind: TicketNews["kind"]; whose: "assignee" | "listener"; while: readonly TicketState[] }>
> = {
  take: { kind: "taken", whose: "assignee", while: ["open", "waiting"] },
  wait: { kind: "waiting", whose: "assignee", while: ["open", "in_progress"] },
  solve: { kind: "solved", whose: "assignee", while: ["open", "in_progress", "waiting"] },
  fixed: { kind: "confirmed", whose: "listener", while: ["solved"] },
  reopen: { kind: "reopened", whose: "listener", while: ["solved", "closed"] },
};

/** Of buttons: `<ticket id> take`. Anybody could write it as well, so who does is judged here and by the workflow. */
export const ticketDoCommand = commandFor<HelpdeskContext>()({
  title: { en: "Do something about a ticket", ru: "Сделать что-то с заявкой" },
  isHidden: true,
  async handler(ctx) {
    const [id = "", what = "", more = ""] = ctx.params.split(/\s+/);
    const ticket = await ctx.services.byId(id);
    if (ticket === null) return ctx.say(ctx.t("ticketGone"));
    if (!(await mayRead(ctx, ticket))) return ctx.say(ctx.t("notYours", { number: ticket.number }));
    if (what === "merge") return await merge(ctx, ticket.number, Number(more));
    if (what === "rate") return await rate(ctx, ticket, Number(more));
    if (what === "write") return ctx.begin("ticketWords", { ticketId: ticket.id, number: ticket.number });
    if (what === "answer") return await answer(ctx, ticket);
    return await tellWorkflow(ctx, ticket, what);
  },
});

async function tellWorkflow(ctx: HelpdeskContext, ticket: TicketFacts, what: string): Promise<Moves> {
  const deed = DEEDS[what];
  const { number, state, workflowId, assigneeId, isListener } = ticket;
  if (deed === undefined) return [];
  const isAssignee = assigneeId === ctx.person.id;
  // Whoever works on a ticket may open it again as well.
  if (!isAssignee && (deed.whose === "assignee" || !isListener)) return ctx.say(ctx.t("notForYou", { number }));
  if (!deed.while.includes(state)) return ctx.say(ctx.t("notNow", { number, state: ctx.t(`state_${state}`) }));
  // Nobody is left to hear of it, whatever the settings say by now: the workflow keeps those it began with.
  if (what === "reopen" && (await ctx.services.isForgotten(workflowId))) {
    return [
      ctx.say(ctx.t("tooLate", { number })),
      ctx.begin("problem", { category: ticket.category, earlier: number }),
    ];
  }
  const news = { id: ctx.stepId, kind: deed.kind, by: ctx.person.id };
  // The card and the words of the workflow are the answer.
  return [
    ctx.answered(),
    ctx.signal(workflowId, TICKET_NEWS_SIGNAL, news),
    ...(isAssignee ? [] : [ctx.say(ctx.t(what === "fixed" ? "fixedThanks" : "noted"))]),
  ];
}

async function rate(ctx: HelpdeskContext, { id, number, state }: TicketFacts, rating: number): Promise<Moves> {
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) return [];
  const isOver = state === "solved" || state === "closed";
  if (!isOver) return ctx.say(ctx.t("notNow", { number, state: ctx.t(`state_${state}`) }));
  const isNew = await ctx.services.rate(id, rating);
  return ctx.say(ctx.t(isNew ? "rated" : "ratedBefore"));
}

/** The words that were just said are for this ticket. */
async function answer(ctx: HelpdeskContext, ticket: TicketFacts): Promise<Moves> {
  const text = pendingText(ctx);
  if (text === "") return ctx.begin("ticketWords", { ticketId: ticket.id, number: ticket.number });
  return [forgetPending(ctx), ...[await passWords(ctx, ticket, text)].flat()];
}
