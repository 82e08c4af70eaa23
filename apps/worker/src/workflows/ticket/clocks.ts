import type { TicketClock } from "@botdeck/contracts";
import { addWorkingTime, type WorkingCalendar, workingTimeBetween } from "@botdeck/core/working-time";

/** Whoever works on a ticket is told when this part of a promise has passed. */
const WARN_AT = 0.8;

/**
 * Has a clock run or stand still from a moment on. Only working time counts. Asked twice with the same it answers the same.
 *
 * @param at ISO 8601, not before it was last wound.
 */
export function wind(calendar: WorkingCalendar, clock: TicketClock, at: string, runs: boolean): TicketClock {
  const spentMs = clock.spentMs + (clock.since === null ? 0 : workingTimeBetween(calendar, clock.since, at));
  if (!runs) return { ...clock, spentMs, since: null, warnAt: null, dueAt: null };
  const inTime = (workMs: number) => (workMs <= 0 ? at : addWorkingTime(calendar, at, workMs));
  return {
    ...clock,
    spentMs,
    since: at,
    warnAt: clock.isWarned ? null : inTime(clock.limitMs * WARN_AT - spentMs),
    dueAt: inTime(clock.limitMs - spentMs),
  };
}
