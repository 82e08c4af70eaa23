import type { TicketDeed } from "@botdeck/contracts";

import type { TicketStep } from "./desk-activities.ts";
import { tickets } from "./proxies.ts";
import { newClock, nextKey, type TicketInHand } from "./run.ts";
import type { StaffWord, TicketWord } from "./ticket-words.ts";

/** A deed without its key. */
type Deed = TicketDeed extends infer One ? (One extends TicketDeed ? Omit<One, "key"> : never) : never;

export const nowIso = (): string => new Date().toISOString();

/** Has the ticket at a step from now on, with its clocks running or standing still. */
export async function moveTo(ticket: TicketInHand, step: TicketStep): Promise<void> {
  const { to, input, run } = ticket;
  const { respond, resolve } = run;
  const { ticketId, calendar } = input;
  const moved = await tickets.moveTicket(to, { ticketId, step, at: nowIso(), calendar, respond, resolve });
  run.step = step;
  run.respond = moved.respond;
  run.resolve = moved.resolve;
}

/** Says to all who listen what became of it. */
export async function tell(
  ticket: TicketInHand,
  word: TicketWord,
  more: { values?: Record<string, string | number>; isRatingAsked?: boolean; except?: string } = {},
): Promise<void> {
  const { to, input } = ticket;
  const { ticketId, calendar } = input;
  const key = nextKey(ticket);
  await tickets.tellTicket(to, { key, ticketId, word, timeZone: calendar.timeZone, ...more });
}

export async function tellStaff(
  ticket: TicketInHand,
  personId: string | null,
  word: StaffWord,
  values?: Record<string, string>,
): Promise<void> {
  if (personId === null) return;
  const { to, input } = ticket;
  const { ticketId, calendar } = input;
  const key = nextKey(ticket);
  const about = { key, ticketId, personId, word, timeZone: calendar.timeZone };
  await tickets.tellTicketStaff(to, { ...about, ...(values !== undefined && { values }) });
}

/** Shows the assignee's card as the ticket is now. */
export async function showCard(ticket: TicketInHand, { isPassedOn = false } = {}): Promise<void> {
  const { to, input, run } = ticket;
  if (run.assigneeId === null) return;
  const { ticketId, calendar } = input;
  const key = nextKey(ticket);
  const of = run.cardKey;
  run.cardKey ??= key;
  const shown = { key, of, ticketId, personId: run.assigneeId, isPassedOn, timeZone: calendar.timeZone };
  await tickets.showTicketCard(to, shown);
}

/** Does something to the task, or as soon as there is one. */
export async function doToTask(ticket: TicketInHand, deed: Deed): Promise<void> {
  const { run } = ticket;
  if (run.isTaskOver) return;
  const keyed = { ...deed, key: nextKey(ticket) } as TicketDeed; // safe: the same kind with its key
  if (run.taskId === null) run.owed.push(keyed);
  else await change(ticket, run.taskId, keyed);
}

/** Does what the task was owed before it was known. */
export async function payOwed(ticket: TicketInHand, taskId: string): Promise<void> {
  for (const deed of ticket.run.owed.splice(0)) await change(ticket, taskId, deed);
}

async function change({ to, input }: TicketInHand, taskId: string, deed: TicketDeed): Promise<void> {
  await tickets.changeTicketTask(to, { ticketId: input.ticketId, taskId, deed });
}

/** Notes when something is due, after so much working time; nothing when that never comes. */
export async function due(
  { to, input, run }: TicketInHand,
  what: "close" | "look" | "assign" | "absence",
  workMs: number | null,
): Promise<void> {
  const at = await tickets.ticketMoment(to, { calendar: input.calendar, at: nowIso(), workMs });
  if (at === null) delete run.due[what];
  else run.due[what] = at;
}

/** Time to solve it begins anew: it is another promise. */
export function promiseAnew({ run, policy }: TicketInHand): void {
  run.resolve = newClock(policy.resolveMs);
}
