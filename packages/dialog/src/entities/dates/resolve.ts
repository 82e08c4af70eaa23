import { addDays, dayOf, lastOfMonth, partsOf, weekdayOf } from "../calendar.ts";
import type { DatesContext, Moment } from "./moment.ts";

/** A moment that is one day. */
export type Point = Exclude<Moment, { kind: "length" | "period" | "month" | "none" }>;

/** A 29.02 comes again after eight years at the latest. */
const YEARS_TO_LOOK = 8;

/** The first day on or after (1), or the last on or before (-1) the given one that the moment may mean; a full date is itself. */
export function nearest(moment: Point, day: string, sign: 1 | -1): string | null {
  switch (moment.kind) {
    case "day":
      return moment.date;
    case "weekday":
      return addDays(day, sign * ((sign * (moment.weekday - weekdayOf(day)) + 7) % 7));
    case "dayOfMonth":
      return nearestOf(day, sign, 12, (count) => {
        const { year, month } = partsOf(day);
        const index = year * 12 + month - 1 + count;
        return dayOf(Math.floor(index / 12), (index % 12) + 1, moment.day);
      });
    case "dayOfYear":
      return nearestOf(day, sign, YEARS_TO_LOOK, (count) => dayOf(partsOf(day).year + count, moment.month, moment.day));
  }
}

function nearestOf(day: string, sign: 1 | -1, limit: number, at: (count: number) => string | null): string | null {
  for (let count = 0; count <= limit; count++) {
    const candidate = at(sign * count);
    if (candidate !== null && (sign === 1 ? candidate >= day : candidate <= day)) return candidate;
  }
  return null;
}

/** The day meant, and the other that may be. On a Wednesday `Wednesday` may also mean the next, or the last one. */
export function resolvePoint(point: Point, at: DatesContext): { date: string; orElse: string | null } | null {
  const sign = at.direction === "past" ? -1 : 1;
  if (point.kind === "day") return { date: point.date, orElse: point.orElse };
  const date = nearest(point, at.today, sign);
  if (date === null) return null;
  if (point.kind === "weekday") return { date, orElse: date === at.today ? addDays(date, 7 * sign) : null };
  const other = point.kind === "dayOfYear" && point.orElse ? { ...point, ...point.orElse } : null;
  return { date, orElse: other && nearest(other, at.today, sign) };
}

/** A month whose year is open. */
export function resolveMonth(month: number, { today, direction }: DatesContext): { from: string; to: string } {
  const now = partsOf(today);
  const year = now.year + (direction === "past" ? (month > now.month ? -1 : 0) : month < now.month ? 1 : 0);
  const from = dayOf(year, month, 1) ?? today;
  return { from, to: lastOfMonth(from) };
}

/** Longer than this, the two ends do not belong together. */
const LONGEST_OPEN_DAYS = 300;

/** From one point to another. An end that lacks its month or year has it from the other; over New Year it follows its start. */
export function resolveRange(first: Point, last: Point, at: DatesContext): { from: string; to: string } | null {
  const [from, to] = endsOf(monthBefore(first, last), monthAfter(first, last), at);
  if (from === null || to === null || to < from) return null;
  const open = first.kind !== "day" || last.kind !== "day";
  return open && addDays(from, LONGEST_OPEN_DAYS) < to ? null : { from, to };
}

function endsOf(first: Point, last: Point, at: DatesContext): [string | null, string | null] {
  // Which end is fixed first: a named day; else, of days with a month, the last one still to come or the first one gone by;
  // else, of weekdays and days of a month, the first one still to come or the last one gone by.
  const dated = last.kind === "dayOfYear";
  const fromStart = first.kind === "day" || (last.kind !== "day" && (at.direction === "past") === dated);
  const sign = at.direction === "past" ? -1 : 1;
  if (fromStart) {
    const from = nearest(first, at.today, sign);
    return [from, from && nearest(last, from, 1)];
  }
  const to = nearest(last, at.today, sign);
  return [to && nearest(first, to, -1), to];
}

/** `3–17 Aug`: the day takes the month behind it, or the one before that where it is greater. */
function monthBefore(first: Point, last: Point): Point {
  if (first.kind !== "dayOfMonth" || last.kind !== "dayOfYear") return first;
  const month = first.day <= last.day ? last.month : ((last.month + 10) % 12) + 1;
  return { kind: "dayOfYear", month, day: first.day, orElse: null };
}

/** `Aug 3-17`: the day takes the month before it, or the next one where it is smaller. */
function monthAfter(first: Point, last: Point): Point {
  if (first.kind !== "dayOfYear" || last.kind !== "dayOfMonth") return last;
  const month = last.day >= first.day ? first.month : (first.month % 12) + 1;
  return { kind: "dayOfYear", month, day: last.day, orElse: null };
}
