import { type DatabaseHandle, noteAbsence } from "@botdeck/db";
import { grantNeededOf } from "@botdeck/portal-clients";

import type { LackingStep } from "../../portals/ask-for-flow.ts";
import { type AbsencePortal, isForGood, type Marks, type ToMark } from "../../services/absence-portal.ts";
import type { Addressee } from "../flow/flow.ts";
import type { Request, Writing } from "./writing.ts";

/**
 * What came of a write into the portal: done, the person has to give permission first, the portal refuses for good, or the
 * request is another one by now.
 */
export type Marked = { kind: "done"; id: string | null } | { kind: "needs_grant" | "refused" | "changed" };

/** What the portal did not take: the mark, the record, or that either goes again. */
export type NotMarked = "calendar" | "record" | "undo";

const NOT_MARKED_TEXT = { calendar: "noRightsToMark", record: "recordFailed", undo: "undoFailed" } as const;

type Deps = {
  db: DatabaseHandle["db"];
  absences: AbsencePortal;
  writing: Writing;
  currentWorkflowId: () => string;
  /** See `askForFlow`. */
  askForGrant: (lacking: LackingStep) => Promise<void>;
};

/**
 * Writes a granted absence into the portal and takes it out again, with the rights of the person it is of and of nobody
 * else. Each looks first, so it may run again.
 */
export function createMarkActivities(deps: Deps) {
  const { db, absences, writing, currentWorkflowId } = deps;

  async function attempt(
    to: Addressee,
    { key, request, isUndo }: { key: string; request: Request; isUndo: boolean },
    work: () => Promise<string | null>,
  ): Promise<Marked> {
    try {
      return { kind: "done", id: await work() };
    } catch (error) {
      const lacking = grantNeededOf(error);
      if (lacking === null) return refusedFor(error);
      return await ask(to, { key, request, isUndo, userId: lacking.userId }).catch(refusedFor);
    }
  }

  /** The flow is told when the person has given permission; until then they have a link. */
  async function ask(
    to: Addressee,
    { key, request, isUndo, userId }: { key: string; request: Request; isUndo: boolean; userId: string },
  ): Promise<Marked> {
    const { portalId, botId } = to.origin;
    const language = await writing.languageOf(to, userId);
    await deps.askForGrant({ portalId, botId, userId, language, workflowId: currentWorkflowId(), step: key });
    await writing.write(to, { key: `${key}:why`, to: userId }, (t) => ({
      text: t(isUndo ? "needGrantAway" : "needGrant", writing.wordsOf(t, request)),
    }));
    return { kind: "needs_grant" };
  }

  async function toMark(to: Addressee, request: Request, timeZone: string): Promise<ToMark> {
    const { portalId, personId, personName, id: absenceId, version, comment, fromDay, toDay } = request;
    const name = await writing.kindIn(to, request);
    const days = { fromDay, toDay, fromNoon: request.fromNoon, untilNoon: request.untilNoon };
    return { portalId, personId, personName, absenceId, version, days, timeZone, name, comment };
  }

  return {
    /** Marks the person as absent in their calendar. */
    async markCalendar(
      to: Addressee,
      asked: { key: string; absenceId: string; version: number; timeZone: string },
    ): Promise<Marked> {
      const request = await writing.read(asked.absenceId);
      if (!isGranted(request, asked.version)) return { kind: "changed" };
      const marked = await attempt(to, { key: asked.key, request, isUndo: false }, async () =>
        absences.mark(await toMark(to, request, asked.timeZone)),
      );
      if (marked.kind === "done") await noteAbsence(db, request.id, { calendarEventId: marked.id });
      return marked;
    },

    /** Puts it on the portal's record. */
    async recordAbsence(
      to: Addressee,
      asked: { key: string; absenceId: string; version: number; timeZone: string; record: unknown },
    ): Promise<Marked> {
      const request = await writing.read(asked.absenceId);
      if (!isGranted(request, asked.version)) return { kind: "changed" };
      const recorded = await attempt(to, { key: asked.key, request, isUndo: false }, async () =>
        absences.record(asked.record, await toMark(to, request, asked.timeZone)),
      );
      if (recorded.kind === "done") await noteAbsence(db, request.id, { recordRef: recorded.id });
      return recorded;
    },

    /** Takes out what `marks` names; what is gone is taken out. */
    async unmarkAbsence(
      to: Addressee,
      asked: { key: string; absenceId: string; marks: Marks; record: unknown },
    ): Promise<Marked> {
      const { absenceId, marks } = asked;
      const request = await writing.read(absenceId);
      if (request === null) return { kind: "changed" };
      const { eventId, recordRef } = marks;
      const undone = await attempt(to, { key: asked.key, request, isUndo: true }, async () => {
        if (eventId !== null) await absences.unmark(request, eventId);
        if (recordRef !== null) await absences.withdraw(asked.record, request, recordRef);
        return null;
      });
      if (undone.kind === "done") {
        const { calendarEventId } = request;
        // By now the calendar may show newer days.
        if (calendarEventId === eventId) await noteAbsence(db, absenceId, { calendarEventId: null });
        if (request.recordRef === recordRef) await noteAbsence(db, absenceId, { recordRef: null });
      }
      return undone;
    },

    /** The portal did not take it: the person may do it themselves. */
    async tellNotMarked(
      to: Addressee,
      { key, absenceId, what }: { key: string; absenceId: string; what: NotMarked },
    ): Promise<void> {
      const request = await writing.read(absenceId);
      if (request === null) return;
      await writing.write(to, { key, to: request.personId }, (t) => ({
        text: t(NOT_MARKED_TEXT[what], writing.wordsOf(t, request)),
      }));
    },
  };
}

const isGranted = (request: Request | null, version: number): request is Request =>
  request?.state === "approved" && request.version === version;

/** @throws error unless no second try would change it. */
function refusedFor(error: unknown): Marked {
  if (isForGood(error)) return { kind: "refused" };
  throw error;
}
