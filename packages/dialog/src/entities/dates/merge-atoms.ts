import { addDays, dayOf, lastOfMonth, partsOf } from "../calendar.ts";
import type { Atom, DatesContext, Moment } from "./moment.ts";

const BESIDE = /^[ ,(]{0,3}(?:на |в |во |of |on |the ){0,2}$/u;

/** Two atoms that name one day are made one: `в пятницу, 10 июля`, `Monday next week`, `next month on the 5th`. */
export function namedOnce(atoms: readonly Atom[], plain: string, at: DatesContext): Atom[] {
  const merged: Atom[] = [];
  for (const atom of atoms) {
    const before = merged.at(-1);
    const gap = before ? plain.slice(before.end, atom.start) : "";
    const moment = before && gap.length < 10 && BESIDE.test(gap) ? oneDay(before, atom, at) : null;
    if (before && moment)
      merged[merged.length - 1] = { moment, weak: false, start: before.start, end: closed(atom.end, gap, plain) };
    else merged.push(atom);
  }
  return merged;
}

/** A bracket opened between the two closes behind them. */
function closed(end: number, gap: string, plain: string): number {
  return gap.includes("(") && plain[end] === ")" ? end + 1 : end;
}

function oneDay(left: Atom, right: Atom, { today }: DatesContext): Moment | null {
  for (const [{ moment: named }, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const { moment } = other;
    if (named.kind === "dayOfMonth" && isMonth(moment)) return dayIn(moment.from, named.day);
    if (named.kind !== "weekday" || other.weak) continue;
    if (moment.kind === "day" && moment.date !== today) return moment;
    if (moment.kind === "dayOfYear" || moment.kind === "dayOfMonth") return moment;
    if (moment.kind === "period" && addDays(moment.from, 6) === moment.to) {
      return { kind: "day", date: addDays(moment.from, named.weekday - 1), orElse: null };
    }
  }
  return null;
}

type Period = Extract<Moment, { kind: "period" }>;

function isMonth(moment: Moment): moment is Period {
  return moment.kind === "period" && lastOfMonth(moment.from) === moment.to;
}

function dayIn(month: string, day: number): Moment {
  const { year, month: number } = partsOf(month);
  const date = dayOf(year, number, day);
  return date === null ? { kind: "none" } : { kind: "day", date, orElse: null };
}
