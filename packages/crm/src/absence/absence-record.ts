import type { AbsenceDays } from "../calendar/absence-days.ts";

/** An absence that was granted, as it goes on record. */
export type AbsenceToRecord = {
  /** Stable id of the cause: one record comes of it, however often it is made. */
  key: string;
  personId: string;
  personName: string;
  /** What it is called, such as "Vacation: Emma Stone". */
  title: string;
  /** `paid`, `sick`, in words for people. */
  kind: string;
  days: AbsenceDays;
  comment: string;
};

/**
 * Where a portal keeps its absences beside the calendar. Bitrix24 has no method that writes the absence chart, so it is a
 * list, a process, or nothing.
 */
export type AbsenceRecord = {
  /**
   * Makes the record, or finds the one that an earlier try left behind.
   *
   * @returns What `withdraw` takes; null where nothing is kept.
   */
  record(absence: AbsenceToRecord): Promise<string | null>;
  /** Takes a record back; one that is gone is as good as taken back. */
  withdraw(ref: string): Promise<void>;
};
