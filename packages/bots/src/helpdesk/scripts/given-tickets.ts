import { z } from "zod";

import type { HelpdeskServices, TicketFacts } from "../services.ts";

const Ticket = z.strictObject({
  number: z.number(),
  title: z.string().default("The printer prints nothing"),
  state: z.enum(["open", "in_progress", "waiting", "solved", "closed", "merged"]).default("open"),
  category: z.string().default("hardware"),
  assigneeId: z.string().nullable().default("4"),
  /** Whether whoever speaks has asked for it. */
  isListener: z.boolean().default(true),
  mergedInto: z.number().nullable().default(null),
  closedAt: z.string().nullable().default(null),
  /** Whether its workflow has ended. */
  isForgotten: z.boolean().default(false),
});

/** A helpdesk as a conversation needs it. */
export const GivenTickets = z.strictObject({
  tickets: z.array(Ticket).default([]),
  isHelper: z.boolean().default(false),
});
export type GivenTickets = z.output<typeof GivenTickets>;

/** The services of a helpdesk with these tickets; what is opened, said and rated is remembered in `done`. */
export function openHelpdesk({ tickets, isHelper }: GivenTickets, done: unknown[] = []): HelpdeskServices {
  const known: TicketFacts[] = tickets.map((ticket) => ({
    ...ticket,
    id: `ticket-${ticket.number}`,
    workflowId: `ticket:portal:${ticket.number}`,
    reporterId: ticket.isListener ? "101" : "102",
    assigneeName: ticket.assigneeId === null ? "" : "Anna Berg",
    respondBy: "2026-11-23T09:00:00Z",
    resolveBy: "2026-11-24T13:00:00Z",
  }));
  const find = async (is: (ticket: TicketFacts) => boolean) => known.find(is) ?? null;
  const rated = new Set<string>();
  return {
    async open({ workflowId, ...asked }) {
      const before = await find((ticket) => ticket.workflowId === workflowId);
      if (before !== null) return before;
      done.push(asked);
      const { category, title } = asked;
      const number = known.length + 1;
      const none = {
        assigneeId: null,
        assigneeName: "",
        respondBy: null,
        resolveBy: null,
        closedAt: null,
        mergedInto: null,
      };
      const made = { ...none, id: crypto.randomUUID(), number, workflowId, state: "open" as const, category, title };
      const ticket: TicketFacts = { ...made, reporterId: "101", isListener: true };
      known.push(ticket);
      return ticket;
    },
    byNumber: (number) => find((ticket) => ticket.number === number),
    byId: (id) => find((ticket) => ticket.id === id),
    mine: async () => known.filter(({ isListener }) => isListener),
    assigned: async () => known.filter(({ assigneeId }) => assigneeId === "101"),
    async comment(ticketId, { text }) {
      done.push({ ticketId, text });
      return `comment-${done.length}`;
    },
    async rate(ticketId, rating) {
      if (rated.has(ticketId)) return false;
      rated.add(ticketId);
      done.push({ ticketId, rating });
      return true;
    },
    isHelper: async () => isHelper,
    isForgotten: async (workflowId) =>
      tickets.some(({ number, isForgotten }) => isForgotten && workflowId === `ticket:portal:${number}`),
  };
}
