import { ActivityFailure } from "@temporalio/workflow";

import { passTo } from "./assign.ts";
import { nowIso, tellStaff } from "./moves.ts";
import { lookAtTicketTask, tickets } from "./proxies.ts";
import type { TicketInHand } from "./run.ts";
import type { TaskLook } from "./task-activities.ts";
import { passOn, reopen, solve, take } from "./transitions.ts";

/** What we have done to the task is still on its way: it is looked at again after this. */
const SOON_MS = 15_000;
/** The portal does not answer. */
const LATER_MS = 300_000;

const isDone = (status: string): boolean => status === "completed" || status === "awaiting_control";

/** Hears what was said and done in the task. Only what is different from the last look counts, or our own deeds would come back. */
export async function lookAtTask(ticket: TicketInHand): Promise<void> {
  const { run } = ticket;
  delete run.due["look"];
  if (run.taskId === null || run.isTaskOver) return;
  const look = await ask(ticket, run.taskId);
  if (look === null) return lookIn(ticket, LATER_MS);
  if (!run.hasEvents && look.nextAt !== null) run.due["look"] = look.nextAt;
  if (look.isGone) {
    run.isTaskOver = true;
    delete run.due["look"];
    await tellStaff(ticket, run.assigneeId, "taskGone");
    return;
  }
  run.lastTaskMessageId = look.lastMessageId;
  for (const comment of look.comments) await passOn(ticket, comment);
  if (look.status === null) return lookIn(ticket, SOON_MS);
  await heedResponsible(ticket, look.responsibleId);
  await heedStatus(ticket, look.status);
}

async function heedResponsible(ticket: TicketInHand, responsibleId: string | null): Promise<void> {
  const { to, run, input } = ticket;
  const before = run.taskResponsibleId;
  run.taskResponsibleId = responsibleId;
  if (responsibleId === null || before === null || responsibleId === before || responsibleId === run.assigneeId) return;
  await tickets.reassignTicket(to, { ticketId: input.ticketId, toId: responsibleId });
  await passTo(ticket, responsibleId, { isHandedByUs: false });
}

async function heedStatus(ticket: TicketInHand, status: string): Promise<void> {
  const { run } = ticket;
  const before = run.taskStatus ?? "pending";
  run.taskStatus = status;
  if (status === before) return;
  const isOver = run.step === "solved" || run.step === "closed";
  if (isDone(status)) {
    if (!isOver) await solve(ticket, { isInTask: true });
  } else if (isDone(before)) {
    if (isOver) await reopen(ticket, null, { isInTask: true });
  } else if (status === "in_progress" && run.step === "open") await take(ticket);
}

function lookIn({ run }: TicketInHand, ms: number): void {
  run.due["look"] = new Date(Date.now() + ms).toISOString();
}

async function ask({ to, input, policy, run }: TicketInHand, taskId: string): Promise<TaskLook | null> {
  const { ticketId, calendar } = input;
  const { lookMs } = policy;
  const asked = { ticketId, taskId, afterId: run.lastTaskMessageId, at: nowIso(), calendar, lookMs };
  try {
    return await lookAtTicketTask(to, asked);
  } catch (error) {
    if (error instanceof ActivityFailure) return null;
    throw error;
  }
}
