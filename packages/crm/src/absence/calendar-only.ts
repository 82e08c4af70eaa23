import type { AbsenceRecord } from "./absence-record.ts";

/** The calendar's event is all there is. */
export const CALENDAR_ONLY: AbsenceRecord = {
  record: async () => null,
  withdraw: async () => {},
};
