import type { HistoryLine } from "./opened-workflow.ts";

/** Looks and sums that a workflow does between what people notice; they come by the dozen. */
const QUIET: ReadonlySet<string> = new Set([
  "lookAtGroup",
  "lookAtSource",
  "isReturnTaskDone",
  "isAssigneeAway",
  "ticketMoment",
  "ticketTaskId",
  "lookAtTicketTask",
  "readVacation",
  "chooseApprover",
  "planVacationWait",
  "isApproverAway",
  "takeBackWhenQuiet",
  "isInStock",
]);

/** Leaves out the idle: waits that are over, and looks that went well. What failed, or is under way, matters. */
export function linesThatMatter(history: readonly HistoryLine[]): HistoryLine[] {
  return history.filter((line) => {
    if (line.kind === "waited") return line.state === "waits";
    if (line.kind !== "did" || !QUIET.has(line.activity)) return true;
    return line.failure !== null || line.endedAt === null;
  });
}

/** When it goes on by itself at the latest: the first of its timers that still run; null without one. */
export function nextTimerOf(history: readonly HistoryLine[]): string | null {
  const due = history.flatMap((line) => (line.kind === "waited" && line.state === "waits" ? [line.dueAt] : []));
  return due.toSorted()[0] ?? null;
}
