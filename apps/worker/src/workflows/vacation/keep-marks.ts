import { condition } from "@temporalio/workflow";

import type { Marked } from "./mark-activities.ts";
import type { Marks } from "../../services/absence-portal.ts";
import { marking, vacations } from "./proxies.ts";
import type { Run } from "./run.ts";

/** Times that a person is asked for permission to take something out of their calendar. */
const MOST_ASKS = 8;

/**
 * Shows granted days on the portal: in the calendar, then on record. Where the person has to give permission first it waits
 * for that, until they change their mind or the days are over.
 *
 * @param until In milliseconds.
 * @returns What was made, also when it was interrupted.
 */
export async function makeMarks(
  { flow, news, absenceId, rules, input }: Run,
  { version, kind, until }: { version: number; kind: string; until: number },
): Promise<Marks> {
  const to = flow.addressee;
  const { timeZone } = rules.calendar;
  const marks: Marks = { eventId: null, recordRef: null };
  const isInterrupted = () => flow.isStopped() || news.queue.length > 0;

  if (kind !== "remote") {
    const marked = await permitted((key) => marking.markCalendar(to, { key, absenceId, version, timeZone }));
    if (marked.kind === "refused") await tellNot("calendar");
    if (marked.kind === "done") marks.eventId = marked.id;
    if (marked.kind !== "done" && marked.kind !== "refused") return marks;
  }
  if (input.record.kind !== "calendar") {
    const { record } = input;
    const recorded = await permitted((key) => marking.recordAbsence(to, { key, absenceId, version, timeZone, record }));
    if (recorded.kind === "refused") await tellNot("record");
    if (recorded.kind === "done") marks.recordRef = recorded.id;
  }
  if (marks.eventId !== null) {
    await vacations.tellPerson(to, { key: flow.nextKey(), absenceId, what: "marked", by: null });
  }
  return marks;

  async function permitted(work: (key: string) => Promise<Marked>): Promise<Marked> {
    for (;;) {
      const before = news.grants;
      const came = await work(flow.nextKey());
      if (came.kind !== "needs_grant") return came;
      flow.step = "permission";
      const leftMs = Math.min(rules.askAgainMs, until - Date.now());
      if (leftMs <= 0) return came;
      await condition(() => isInterrupted() || news.grants > before, leftMs);
      if (isInterrupted()) return came;
    }
  }

  async function tellNot(what: "calendar" | "record"): Promise<void> {
    await vacations.tellNotMarked(to, { key: flow.nextKey(), absenceId, what });
  }
}

/** Takes out what was made. It goes on beside whatever else happens to the request. */
export async function undoMarks({ flow, news, absenceId, rules, input }: Run, marks: Marks): Promise<void> {
  if (marks.eventId === null && marks.recordRef === null) return;
  const to = flow.addressee;
  for (let asks = 0; asks < MOST_ASKS; asks++) {
    const before = news.grants;
    const { record } = input;
    const undone = await marking.unmarkAbsence(to, { key: flow.nextKey(), absenceId, marks, record });
    if (undone.kind !== "needs_grant") return;
    await condition(() => flow.isStopped() || news.grants > before, rules.askAgainMs);
    if (flow.isStopped()) return;
  }
}
