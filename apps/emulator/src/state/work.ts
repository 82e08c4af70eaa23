/** Task comments and history, calendars, lists, working days and business processes. Collections are maps by the record's `id`. */
export type WorkState = Record<never, never>;

export function emptyWork(): WorkState {
  return {};
}
