import type { CalendarEvent, RepeatRule } from "../../state/calendar.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
/** No rule is followed further: a daily one for more than ten years. */
const MOST_STEPS = 4000;

/** When an event happens, in milliseconds since 1970. */
export type Occurrence = { event: CalendarEvent; from: number; to: number };

/** The times at which an event touches a range, a repeated one at each of its dates. */
export function occurrencesOf(event: CalendarEvent, range: { from: number; to: number }): Occurrence[] {
  const start = Date.parse(event.from);
  const lengthMs = Date.parse(event.to) - start + (event.isAllDay ? DAY_MS - 1 : 0);
  const starts = event.rule === null ? [start] : repeatedStarts(start, event.rule, range.to);
  return starts
    .filter((from) => from <= range.to && from + lengthMs >= range.from)
    .filter((from) => !event.exceptDates.includes(new Date(from).toISOString().slice(0, 10)))
    .map((from) => ({ event, from, to: from + lengthMs - (event.isAllDay ? DAY_MS - 1 : 0) }));
}

function repeatedStarts(start: number, rule: RepeatRule, until: number): number[] {
  const last = Math.min(until, rule.until === null ? Number.POSITIVE_INFINITY : Date.parse(rule.until) + DAY_MS - 1);
  const starts: number[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const day = dayOf(start, rule, step);
    if (day > last || (rule.count !== null && starts.length >= rule.count)) break;
    if (isOnRule(start, day, rule)) starts.push(day);
  }
  return starts;
}

/** The next date to look at: weeks go day by day, since a rule may name several of their days. */
function dayOf(start: number, { frequency, interval }: RepeatRule, step: number): number {
  if (frequency === "DAILY") return start + step * interval * DAY_MS;
  if (frequency === "WEEKLY") return start + step * DAY_MS;
  const date = new Date(start);
  const months = step * interval * (frequency === "YEARLY" ? 12 : 1);
  return new Date(start).setUTCMonth(date.getUTCMonth() + months);
}

function isOnRule(start: number, day: number, { frequency, interval, weekDays }: RepeatRule): boolean {
  // The 31st does not come every month.
  if (frequency === "MONTHLY" || frequency === "YEARLY")
    return new Date(day).getUTCDate() === new Date(start).getUTCDate();
  if (frequency === "DAILY") return true;
  const wanted = weekDays.length === 0 ? [weekDay(start)] : weekDays;
  const weeks = Math.floor((day - mondayOf(start)) / (7 * DAY_MS));
  return weeks % interval === 0 && wanted.includes(weekDay(day));
}

function weekDay(day: number): string {
  return WEEK_DAYS[new Date(day).getUTCDay()] ?? "MO";
}

function mondayOf(day: number): number {
  const midnight = day - (day % DAY_MS);
  return midnight - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS;
}
