import { addWorkingTime, workDayAfter } from "@botdeck/core/working-time";

import type { TicketActivities } from "../workflows/ticket/activities.ts";
import { wind } from "../workflows/ticket/clocks.ts";
import type { TaskLook } from "../workflows/ticket/task-activities.ts";

/** What tickets find outside. */
export const newTicketDesk = () => ({
  /** Whose turn it is, one after the other; null for nobody's. */
  turns: ["4"] as (string | null)[],
  /** Who is told of broken promises, one after the other. */
  ladder: ["6", "7"],
  away: [] as string[],
  taskId: "501" as string | null,
  hasEvents: true,
  looks: [] as Partial<TaskLook>[],
  canMerge: true,
  keys: [] as string[],
});
export type RememberedDesk = ReturnType<typeof newTicketDesk>;

/** A ticket's activities that only remember; clocks are the real ones. */
export function rememberTickets(desk: RememberedDesk, note: (what: string) => Promise<void>): TicketActivities {
  const keyed = async (key: string, what: string) => {
    desk.keys.push(key);
    await note(what);
  };
  return {
    async openTicketDesk(_to, { projectId, members }) {
      return { projectId, members: [...members], hasEvents: desk.hasEvents, keptFileIds: [] };
    },
    async moveTicket(_to, { step, at, calendar, respond, resolve }) {
      await note(`move ${step}`);
      return {
        respond: respond === null || step !== "open" ? null : wind(calendar, respond, at, true),
        resolve: resolve && wind(calendar, resolve, at, step === "open" || step === "in_progress"),
      };
    },
    async assignTicket() {
      const next = desk.turns.shift() ?? null;
      await note(`assign ${next ?? "nobody"}`);
      return next;
    },
    reassignTicket: async (_to, { toId }) => note(`reassign ${toId}`),
    isAssigneeAway: async (_to, { userId }) => desk.away.includes(userId),
    ticketMoment: async (_to, { calendar, at, workMs }) =>
      workMs === null ? workDayAfter(calendar, at, 1) : addWorkingTime(calendar, at, workMs),
    async mergeTicket(_to, { intoId }) {
      await note(`merge ${intoId.slice(0, 2)}`);
      return desk.canMerge ? { into: 12 } : null;
    },
    endTicket: async (_to, { outcome }) => note(`end ${outcome}`),
    createTicketTask: async () => note("task"),
    ticketTaskId: async () => desk.taskId,
    changeTicketTask: async (_to, { deed }) => keyed(deed.key, `deed ${deed.kind}`),
    async lookAtTicketTask(_to, { afterId, calendar, at, lookMs }) {
      await note("look");
      const nextAt = addWorkingTime(calendar, at, lookMs);
      const quiet = { isGone: false, status: "pending", responsibleId: "4", comments: [], lastMessageId: afterId };
      return { ...quiet, nextAt, ...desk.looks.shift() };
    },
    tellTicket: async (_to, { key, word, isRatingAsked }) =>
      keyed(key, `tell ${word}${isRatingAsked === true ? " with rating" : ""}`),
    tellTicketStaff: async (_to, { key, personId, word }) => keyed(key, `staff ${personId} ${word}`),
    async escalateTicket(_to, { key, level, word }) {
      const personId = desk.ladder[level];
      await keyed(key, `escalate ${word} ${personId ?? "nobody"}`);
      return personId !== undefined;
    },
    showTicketCard: async (_to, { key, of, personId, isPassedOn }) =>
      keyed(key, `card ${personId}${of === null ? "" : " again"}${isPassedOn ? ", passed on" : ""}`),
    tellComment: async (_to, { commentId }) => note(`comment ${commentId}`),
  };
}
