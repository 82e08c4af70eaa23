import { condition } from "@temporalio/workflow";

import type { Marks } from "../../services/absence-portal.ts";
import { type Granted, hearGranted } from "./hear-granted.ts";
import type { Marked, NotMarked } from "./mark-activities.ts";
import { marking, vacations } from "./proxies.ts";
import type { Run } from "./run.ts";

/** Times that a person is asked for permission to take something out of their calendar. */
const MOST_ASKS = 8;

/**
 * Shows granted days on the portal: in the calendar, then on record. Where the person has to give permission first it waits
 * for that, until they change their mind or the days are over; of days that are over already, as long as it takes to ask
 * again.
 *
 * @returns What was made, also when it was interrupted.
 */
export async function makeMarks(run: Run, granted: Granted): Promise<Marks> {
  const { flow, news, absenceId, rules, input } = run;
  const { version, kind } = granted;
  const to = flow.addressee;
  const { timeZone } = rules.calendar;
  const waitsUntil = Math.max(granted.until, Date.now() + rules.askAgainMs);
  const marks: Marks = { eventId: null, recordRef: null };

  if (kind !== "remote") {
    const marked = await permitted((key) => marking.markCalendar(to, { key, absenceId, version, timeZone }));
    if (marked.kind === "refused") await tellNot(run, "calendar");
    if (marked.kind === "done") marks.eventId = marked.id;
    if (marked.kind !== "done" && marked.kind !== "refused") return marks;
  }
  if (input.record.kind !== "calendar") {
    const { record } = input;
    const recorded = await permitted((key) => marking.recordAbsence(to, { key, absenceId, version, timeZone, record }));
    if (recorded.kind === "refused") await tellNot(run, "record");
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
      if (!(await mayTryAgain(before))) return came;
    }
  }

  /** @returns False when nothing is to be marked any more. */
  async function mayTryAgain(grantsBefore: number): Promise<boolean> {
    const askAt = Math.min(Date.now() + rules.askAgainMs, waitsUntil);
    const isGranted = () => news.grants > grantsBefore;
    const hasWord = () => flow.isStopped() || news.queue.length > 0 || isGranted();
    for (;;) {
      const leftMs = Math.ceil(askAt - Date.now());
      if (leftMs > 0) await condition(hasWord, leftMs);
      if (flow.isStopped() || (await hearGranted(run, granted)) !== null || flow.isStopped()) return false;
      if (isGranted()) return true;
      // Who is asked at the very end could only give it in vain.
      if (Date.now() >= askAt) return askAt < waitsUntil;
    }
  }
}

/** Takes out what was made. It goes on beside whatever else happens to the request. */
export async function undoMarks(run: Run, marks: Marks): Promise<void> {
  const { flow, news, absenceId, rules, input } = run;
  if (marks.eventId === null && marks.recordRef === null) return;
  const to = flow.addressee;
  for (let asks = 0; asks < MOST_ASKS; asks++) {
    const before = news.grants;
    const { record } = input;
    const undone = await marking.unmarkAbsence(to, { key: flow.nextKey(), absenceId, marks, record });
    if (undone.kind === "refused") break;
    if (undone.kind !== "needs_grant") return;
    await condition(() => flow.isStopped() || news.grants > before, rules.askAgainMs);
    if (flow.isStopped()) return;
  }
  await tellNot(run, "undo");
}

async function tellNot({ flow, absenceId }: Run, what: NotMarked): Promise<void> {
  await vacations.tellNotMarked(flow.addressee, { key: flow.nextKey(), absenceId, what });
}
