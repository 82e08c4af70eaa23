import { escalateTicket, tickets } from "./proxies.ts";
import { doToTask, due, nowIso, showCard, tell } from "./moves.ts";
import { nextKey, type TicketInHand } from "./run.ts";

/** Gives the ticket to whose turn it is, or has a head told that nobody is free; then it is tried again. */
export async function assign(ticket: TicketInHand): Promise<void> {
  const { run } = ticket;
  const isFirst = run.due["assign"] === undefined;
  delete run.due["assign"];
  const next = await takeTurn(ticket, null);
  if (next === null) {
    if (isFirst) await Promise.all([tell(ticket, "unassigned"), escalate(ticket)]);
    await due(ticket, "assign", ticket.policy.assignMs);
    return;
  }
  run.assigneeId = next;
  run.cardKey = null;
  if (!isFirst) await handTask(ticket, next);
  await Promise.all([showCard(ticket), tell(ticket, "assigned", { except: next })]);
  await due(ticket, "absence", null);
}

/** Takes a ticket from somebody who is away for longer, if another one may have it. */
export async function replaceAway(ticket: TicketInHand): Promise<void> {
  const { to, run, input } = ticket;
  const { assigneeId } = run;
  await due(ticket, "absence", null);
  if (assigneeId === null) return;
  const asked = { userId: assigneeId, at: nowIso(), calendar: input.calendar };
  if (!(await tickets.isAssigneeAway(to, asked))) return;
  const next = await takeTurn(ticket, assigneeId);
  if (next !== null) await passTo(ticket, next, { isHandedByUs: true });
}

/** Somebody else works on it from now on. */
export async function passTo(
  ticket: TicketInHand,
  nextId: string,
  { isHandedByUs }: { isHandedByUs: boolean },
): Promise<void> {
  const { run } = ticket;
  await showCard(ticket, { isPassedOn: true });
  run.assigneeId = nextId;
  run.cardKey = null;
  if (isHandedByUs) await handTask(ticket, nextId);
  await Promise.all([showCard(ticket), tell(ticket, "reassigned", { except: nextId })]);
}

async function handTask(ticket: TicketInHand, toId: string): Promise<void> {
  ticket.run.taskResponsibleId = null;
  await doToTask(ticket, { kind: "delegate", toId });
}

const takeTurn = ({ to, input, run }: TicketInHand, insteadOf: string | null) =>
  tickets.assignTicket(to, {
    ticketId: input.ticketId,
    pool: input.pool,
    members: run.members,
    mostOpen: input.mostOpen,
    at: nowIso(),
    timeZone: input.calendar.timeZone,
    insteadOf,
  });

async function escalate(ticket: TicketInHand): Promise<void> {
  const { to, input } = ticket;
  const { ticketId, escalation, calendar } = input;
  const key = nextKey(ticket);
  const told = { key, ticketId, level: 0, escalation, word: "unassigned" as const, timeZone: calendar.timeZone };
  await escalateTicket(to, told);
}
