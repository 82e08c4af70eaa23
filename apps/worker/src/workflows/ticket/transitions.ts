import { doToTask, due, moveTo, promiseAnew, showCard, tell, tellStaff } from "./moves.ts";
import { tickets } from "./proxies.ts";
import type { TicketInHand } from "./run.ts";

/** Whoever works on it has begun, or goes on. */
export async function take(ticket: TicketInHand): Promise<void> {
  await moveTo(ticket, "in_progress");
  await Promise.all([showCard(ticket), tell(ticket, "taken"), postpone(ticket)]);
}

/** Only the reporter can tell what is missing; the time until then is not the assignee's. */
export async function wait(ticket: TicketInHand): Promise<void> {
  await moveTo(ticket, "waiting");
  await Promise.all([showCard(ticket), tell(ticket, "waiting")]);
}

/** @param isInTask The task says so already. */
export async function solve(ticket: TicketInHand, { isInTask = false } = {}): Promise<void> {
  await moveTo(ticket, "solved");
  if (!isInTask) await doToTask(ticket, { kind: "complete" });
  await Promise.all([showCard(ticket), tell(ticket, "solved")]);
  delete ticket.run.due["absence"];
  await due(ticket, "close", ticket.policy.closeMs);
}

/** The reporter is asked once how it was, however often the ticket is closed. */
export async function close(ticket: TicketInHand, { isByItself }: { isByItself: boolean }): Promise<void> {
  const { run, policy } = ticket;
  await moveTo(ticket, "closed");
  const isRatingAsked = !run.isRatingAsked;
  run.isRatingAsked = true;
  await Promise.all([showCard(ticket), tell(ticket, isByItself ? "closedByItself" : "closed", { isRatingAsked })]);
  run.due = { forget: new Date(Date.now() + policy.reopenMs).toISOString() };
}

/** Somebody at the console ends it, and says why. The reporter may open it again as any that was closed. */
export async function cancel(
  ticket: TicketInHand,
  { byName, reason }: { byName: string; reason: string },
): Promise<void> {
  const { run, policy } = ticket;
  const values = { by: byName, reason };
  await moveTo(ticket, "closed");
  await doToTask(ticket, { kind: "complete" });
  await Promise.all([
    showCard(ticket),
    tell(ticket, "cancelled", { values }),
    tellStaff(ticket, run.assigneeId, "cancelled", values),
  ]);
  run.due = { forget: new Date(Date.now() + policy.reopenMs).toISOString() };
}

/** @param isInTask The task says so already. */
export async function reopen(ticket: TicketInHand, by: string | null, { isInTask = false } = {}): Promise<void> {
  const { run, policy } = ticket;
  promiseAnew(ticket);
  delete run.due["close"];
  delete run.due["forget"];
  await moveTo(ticket, "in_progress");
  if (!isInTask) await doToTask(ticket, { kind: "renew" });
  await Promise.all([
    showCard(ticket),
    tell(ticket, "reopened"),
    run.assigneeId === by ? null : tellStaff(ticket, run.assigneeId, "reopened"),
    postpone(ticket),
  ]);
  await due(ticket, "absence", null);
  if (!run.hasEvents) await due(ticket, "look", policy.lookMs);
}

/** The task is to be done by when the ticket is. */
async function postpone(ticket: TicketInHand): Promise<void> {
  const at = ticket.run.resolve?.dueAt ?? null;
  if (at !== null) await doToTask(ticket, { kind: "deadline", at });
}

/** Says words to whom they are for, and has the ticket go on when it waited for them. */
export async function passOn(
  ticket: TicketInHand,
  { commentId, by }: { commentId: string; by: string },
): Promise<void> {
  const { to, run, input } = ticket;
  await tickets.tellComment(to, { ticketId: input.ticketId, commentId, assigneeId: run.assigneeId });
  if (run.assigneeId === by ? run.step === "open" : run.step === "waiting") {
    await moveTo(ticket, "in_progress");
    await Promise.all([showCard(ticket), postpone(ticket)]);
  }
}
