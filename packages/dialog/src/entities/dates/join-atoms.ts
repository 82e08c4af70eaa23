import { addDays } from "../calendar.ts";
import type { FoundDate, FoundRange, Span } from "../entities.ts";
import { namedOnce } from "./merge-atoms.ts";
import type { Atom, DatesContext } from "./moment.ts";
import { moved } from "./relative-rules.ts";
import { resolveEnds } from "./resolve-ends.ts";
import { type Point, resolveMonth, resolvePoint } from "./resolve.ts";

const LEAD = /(?:^|[^\p{L}])((?:с|со|от|from|between|между) (?:the )?)$/u;
const BETWEEN_WORDS =
  /^(?: ?- ?|,? (?:по|до|to|till|until|through|thru|up to)(?: (?:и|the|and including))? | ?\.{2,3} ?)$/u;
const AND = /^ (?:и|and) (?:the )?$/u;
const FROM = /^,? ?(?:с|со|начиная с|from|starting|starting (?:on|from|with)|beginning|since|of) (?:the )?$/u;
const FOR = /^,? ?(?:на|сроком на|всего|for) $/u;

type Found = { dates: FoundDate[]; ranges: FoundRange[] };

/** What the atoms of a text mean together: two points with a `to` between are a range, so are a point and a length. */
export function joined(all: readonly Atom[], plain: string, at: DatesContext): Found {
  const atoms = namedOnce(all, plain, at);
  const found: Found = { dates: [], ranges: [] };
  for (let index = 0; index < atoms.length;) {
    const [one, next, third] = [atoms[index], atoms[index + 1], atoms[index + 2]];
    if (!one) break;
    const range = next && (fromTo(one, next, plain, at) ?? lasting(one, next, third, plain, at));
    if (range) {
      found.ranges.push(range);
      index += 2;
      continue;
    }
    takeAlone(one, found, plain, at);
    index++;
  }
  return found;
}

function takeAlone(atom: Atom, found: Found, plain: string, at: DatesContext): void {
  const { moment, start, end } = atom;
  if (atom.weak && !(at.asked && isWhole(atom, plain))) return;
  if (moment.kind === "period") found.ranges.push({ from: moment.from, to: moment.to, start, end });
  else if (moment.kind === "month") found.ranges.push({ ...resolveMonth(moment.month, at), start, end });
  else if (moment.kind !== "length" && moment.kind !== "none") {
    const day = resolvePoint(moment, at);
    if (day) found.dates.push({ ...day, start, end });
  }
}

/** `с 6 по 19 мая`, `6-19 May`, `from Tuesday to Friday`. */
function fromTo(one: Atom, next: Atom, plain: string, at: DatesContext): FoundRange | null {
  const lead = LEAD.exec(plain.slice(Math.max(0, one.start - 14), one.start))?.[1] ?? "";
  const gap = gapBetween(one, next, plain);
  if (gap.length > 20 || !(BETWEEN_WORDS.test(gap) || (/^(?:between|между)/.test(lead) && AND.test(gap)))) return null;
  const [first, last] = [startOf(one), endOf(next)];
  const isAsked = at.asked === true && isWhole({ start: one.start - lead.length, end: next.end }, plain);
  if (!first || !last || !(isAsked || belongTogether(one, next, gap, lead, plain))) return null;
  const range = resolveEnds(first, last, at);
  return range && { ...range, start: one.start - lead.length, end: next.end };
}

/** Bare numbers and decimals may be anything: what stands around them has to say that they are days. */
function belongTogether(one: Atom, next: Atom, gap: string, lead: string, plain: string): boolean {
  const isNamed = one.moment.kind === "weekday" || one.moment.kind === "month";
  if (isNamed && next.moment.kind === one.moment.kind) return true;
  if (one.weak && next.weak) return lead !== "" && gap.includes("по");
  if (one.weak && one.moment.kind === "dayOfMonth") return namesMonth(next, plain);
  if (next.weak && next.moment.kind === "dayOfMonth") {
    return (
      (one.moment.kind === "dayOfYear" || one.moment.kind === "dayOfMonth") &&
      (!gap.includes("-") || /^\p{L}/u.test(plain.slice(one.start, one.end)))
    );
  }
  return true;
}

function namesMonth({ moment, start, end }: Atom, plain: string): boolean {
  return moment.kind === "dayOfYear" || moment.kind === "dayOfMonth" || /\d/.test(plain.slice(start, end));
}

/** `десять дней с 12 мая`, `с 12 мая на неделю`. */
function lasting(one: Atom, next: Atom, third: Atom | undefined, plain: string, at: DatesContext): FoundRange | null {
  const gap = gapBetween(one, next, plain);
  const lengthFirst = one.moment.kind === "length";
  if (gap.length > 20 || !(lengthFirst ? FROM : FOR).test(gap)) return null;
  // `две недели с 3 по 16 августа` says both ends itself.
  if (lengthFirst && third && fromTo(next, third, plain, at)) return null;
  const [length, beginning] = lengthFirst ? [one.moment, next] : [next.moment, one];
  const first = beginning.weak ? null : startOf(beginning);
  if (length.kind !== "length" || !first) return null;
  const from = resolvePoint(first, at)?.date;
  return from === undefined ? null : { from, to: addDays(moved(from, length, 1), -1), start: one.start, end: next.end };
}

/** Words that were taken out before left blanks behind. */
const gapBetween = (one: Atom, next: Atom, plain: string) => plain.slice(one.end, next.start).replace(/ {2,}/g, " ");

function startOf({ moment }: Atom): Point | null {
  if (moment.kind === "length" || moment.kind === "none") return null;
  if (moment.kind === "month") return { kind: "dayOfYear", month: moment.month, day: 1, orElse: null };
  return moment.kind === "period" ? { kind: "day", date: moment.from, orElse: null } : moment;
}

function endOf({ moment }: Atom): Point | null {
  if (moment.kind === "length" || moment.kind === "none") return null;
  if (moment.kind === "month")
    return { kind: "dayOfYear", month: moment.month, day: LAST_DAYS[moment.month - 1] ?? 28, orElse: null };
  return moment.kind === "period" ? { kind: "day", date: moment.to, orElse: null } : moment;
}

/** The year is open yet, so February has 28. */
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The atom is all that the answer says. */
function isWhole({ start, end }: Span, plain: string): boolean {
  return (
    /^[^\p{L}\d]*(?:(?:с|со|в|во|на|до|по|к|on|from|the|by)[^\p{L}\d]+)*$/u.test(plain.slice(0, start)) &&
    /^[^\p{L}\d]*$/u.test(plain.slice(end))
  );
}
