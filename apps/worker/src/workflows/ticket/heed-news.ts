import type { TicketNews } from "@botdeck/contracts";

import { lookAtTask } from "./look-at-task.ts";
import { doToTask, showCard, tell, tellStaff } from "./moves.ts";
import { tickets } from "./proxies.ts";
import type { TicketInHand } from "./run.ts";
import { cancel, close, passOn, reopen, solve, take, wait } from "./transitions.ts";

/** One thing that happened. Whoever may not do it, or is too late, changes nothing. @returns How the ticket ended by it, if it did. */
export async function heedNews(ticket: TicketInHand, news: TicketNews): Promise<"merged" | null> {
  const { run } = ticket;
  const isOver = run.step === "solved" || run.step === "closed";
  switch (news.kind) {
    case "taken":
      if (isAssignee(ticket, news.by) && (run.step === "open" || run.step === "waiting")) await take(ticket);
      return null;
    case "waiting":
      if (isAssignee(ticket, news.by) && (run.step === "open" || run.step === "in_progress")) await wait(ticket);
      return null;
    case "solved":
      if (isAssignee(ticket, news.by) && !isOver) await solve(ticket);
      return null;
    case "confirmed":
      if (run.step === "solved") await close(ticket, { isByItself: false });
      return null;
    case "reopened":
      if (isOver) await reopen(ticket, news.by);
      return null;
    case "commented":
      await hearComment(ticket, news);
      return null;
    case "merged":
      return await merge(ticket, news);
    case "cancelled":
      if (run.step !== "closed") await cancel(ticket, news);
      return null;
    case "nudged":
      if (!isOver) await tellStaff(ticket, run.assigneeId, "nudged");
      return null;
    case "task_changed":
      // One look sees all that happened so far.
      dropMore(ticket);
      await lookAtTask(ticket);
      return null;
  }
}

function dropMore({ run }: TicketInHand): void {
  run.news.splice(0, run.news.length, ...run.news.filter(({ kind }) => kind !== "task_changed"));
}

const isAssignee = ({ run }: TicketInHand, by: string): boolean => run.assigneeId === by;

/** Who may say that a ticket is a part of another one. */
const isStaff = ({ run, input }: TicketInHand, by: string): boolean =>
  run.assigneeId === by || run.members.includes(by) || input.escalation.includes(by);

/** Words pass between the chat and the task. The first ones of the assignee are the response that was promised. */
async function hearComment(ticket: TicketInHand, news: TicketNews & { kind: "commented" }): Promise<void> {
  await doToTask(ticket, { kind: "comment", commentId: news.commentId });
  await passOn(ticket, news);
}

async function merge(ticket: TicketInHand, { by, into }: TicketNews & { kind: "merged" }): Promise<"merged" | null> {
  const { to, input } = ticket;
  const mayMerge = isStaff(ticket, by) && ticket.run.step !== "closed";
  const merged = mayMerge ? await tickets.mergeTicket(to, { fromId: input.ticketId, intoId: into }) : null;
  if (merged === null) {
    await tellStaff(ticket, by, "notMerged");
    return null;
  }
  await doToTask(ticket, { kind: "complete" });
  await Promise.all([showCard(ticket), tell(ticket, "merged", { values: { into: merged.into } })]);
  return "merged";
}
