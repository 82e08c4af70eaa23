import { POOL_OF_ALL } from "@botdeck/bots";
import type { TicketClock } from "@botdeck/contracts";
import { addWorkingTime, dayAfter, localOf, type WorkingCalendar, workDayAfter } from "@botdeck/core/working-time";
import {
  changeTicket,
  type DatabaseHandle,
  keepInPool,
  mergeTickets,
  readTicket,
  takeNext,
  type Ticket,
} from "@botdeck/db";
import { ApplicationFailure } from "@temporalio/activity";

import type { HrTeam } from "../../services/hr-team.ts";
import type { FlowVoice } from "../../temporal/flow-voice.ts";
import type { Addressee } from "../flow/flow.ts";
import { wind } from "./clocks.ts";
import type { Team, TicketPortal } from "./ticket-portal.ts";

export type TicketDeps = {
  db: DatabaseHandle["db"];
  voice: FlowVoice;
  portal: TicketPortal;
  team: Pick<HrTeam, "awayOf">;
};

/** What is found out before anything is done. */
export type TicketDesk = Team & { hasEvents: boolean; keptFileIds: string[] };

export type TicketStep = "open" | "in_progress" | "waiting" | "solved" | "closed";

type Moved = { respond: TicketClock | null; resolve: TicketClock | null };
type Move = Moved & { ticketId: string; step: TicketStep; at: string; calendar: WorkingCalendar };

const RUNNING: readonly TicketStep[] = ["open", "in_progress"];

/** Who works on a ticket, where it stands, and when something about it is due. Each leaves its row as it should be, however often it runs. */
export function createTicketDeskActivities({ db, voice, portal, team }: TicketDeps) {
  return {
    async openTicketDesk(
      { origin: { portalId } }: Addressee,
      { ticketId, projectId, members }: { ticketId: string; projectId: string | null; members: readonly string[] },
    ): Promise<TicketDesk> {
      const { fileIds } = await ticketOf(db, ticketId);
      const isGiven = members.length > 0 && projectId !== null;
      const [found, hasEvents] = await Promise.all([
        isGiven ? { projectId, members: [...members] } : portal.findTeam(portalId),
        portal.hasEvents(portalId),
      ]);
      // Turns are how the bot knows who takes tickets where nobody is named.
      if (members.length === 0) await keepInPool(db, { portalId, pool: POOL_OF_ALL, members: found.members });
      return {
        projectId: projectId ?? found.projectId,
        members: members.length > 0 ? [...members] : found.members,
        hasEvents,
        keptFileIds: [...fileIds],
      };
    },

    /** Has a ticket and its clocks at a step from a moment on. */
    async moveTicket(_to: Addressee, { ticketId, step, at, calendar, ...clocks }: Move): Promise<Moved> {
      const before = await ticketOf(db, ticketId);
      const respond = clocks.respond === null || step !== "open" ? null : wind(calendar, clocks.respond, at, true);
      const resolve = clocks.resolve && wind(calendar, clocks.resolve, at, RUNNING.includes(step));
      const isOver = step === "solved" || step === "closed";
      const wasOver = before.state === "solved" || before.state === "closed";
      const moment = new Date(at);
      await changeTicket(db, ticketId, {
        state: step,
        // The promise is told as it was made: what a breach adds is for those who hear of it.
        ...(respond?.level === 0 && { respondBy: dateOf(respond.dueAt) }),
        ...(resolve?.level === 0 && resolve.since !== null && { resolveBy: dateOf(resolve.dueAt) }),
        ...(step !== "open" && before.respondedAt === null && { respondedAt: moment }),
        solvedAt: isOver ? (before.solvedAt ?? moment) : null,
        closedAt: step === "closed" ? (before.closedAt ?? moment) : null,
        ...(wasOver && !isOver && { timesReopened: before.timesReopened + 1 }),
      });
      return { respond, resolve };
    },

    /** Portal user id of whoever has the ticket from now on; null when nobody may take it now. */
    async assignTicket(
      { origin: { portalId } }: Addressee,
      {
        ticketId,
        at,
        timeZone,
        ...turn
      }: {
        ticketId: string;
        pool: string;
        members: readonly string[];
        mostOpen: number;
        at: string;
        timeZone: string;
        insteadOf: string | null;
      },
    ): Promise<string | null> {
      const { day } = localOf(at, timeZone);
      const absent = await team.awayOf(portalId, turn.members, day);
      return await db.transaction(async (tx) => {
        const reporter = (await ticketOf(tx, ticketId)).reporterId;
        // Nobody is asked to help themselves while somebody else can.
        const others = turn.members.filter((id) => id !== reporter);
        const members = others.length > 0 ? others : turn.members;
        return await takeNext(tx, { portalId, ticketId, ...turn, members, absent: [...absent] });
      });
    },

    /** Somebody gave the task to another one by hand. */
    async reassignTicket(_to: Addressee, { ticketId, toId }: { ticketId: string; toId: string }): Promise<void> {
      await changeTicket(db, ticketId, { assigneeId: toId });
    },

    /** Whether somebody is away today and on the next working day as well. */
    async isAssigneeAway(
      { origin: { portalId } }: Addressee,
      { userId, at, calendar }: { userId: string; at: string; calendar: WorkingCalendar },
    ): Promise<boolean> {
      const { day } = localOf(at, calendar.timeZone);
      const next = workDayAfter(calendar, at, 1);
      const nextDay = next === null ? dayAfter(day, 1) : localOf(next, calendar.timeZone).day;
      const away = await Promise.all([day, nextDay].map((one) => team.awayOf(portalId, [userId], one)));
      return away.every((absent) => absent.has(userId));
    },

    /** The moment at which so much working time has passed, or the beginning of the next working day; null for never. */
    async ticketMoment(
      _to: Addressee,
      { calendar, at, workMs }: { calendar: WorkingCalendar; at: string; workMs: number | null },
    ): Promise<string | null> {
      return workMs === null ? workDayAfter(calendar, at, 1) : addWorkingTime(calendar, at, workMs);
    },

    async mergeTicket(_to: Addressee, ids: { fromId: string; intoId: string }): Promise<{ into: number } | null> {
      const merge = await db.transaction((tx) => mergeTickets(tx, ids));
      return merge.kind === "merged" ? { into: merge.into.number } : null;
    },

    endTicket: ({ origin }: Addressee, { outcome }: { outcome: string }): Promise<void> => voice.end(origin, outcome),
  };
}

/** @throws ApplicationFailure without another try when it is gone: nobody is left whom it concerns. */
export async function ticketOf(db: Parameters<typeof readTicket>[0], id: string): Promise<Ticket> {
  const ticket = await readTicket(db, { id });
  if (ticket === null) throw ApplicationFailure.nonRetryable("The ticket is not there any more", "TicketGone", { id });
  return ticket;
}

const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(at));
