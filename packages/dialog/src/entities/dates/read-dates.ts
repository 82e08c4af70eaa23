import type { FoundDate, FoundRange } from "../entities.ts";
import { firstOfOverlapping, folded } from "../spans.ts";
import { joined } from "./join-atoms.ts";
import type { Atom, AtomRule, DatesContext } from "./moment.ts";
import { NAMED_RULES, SAID_DAY_RULE } from "./named-rules.ts";
import { NUMERIC_RULES } from "./numeric-rules.ts";
import { PERIOD_RULES } from "./period-rules.ts";
import { LENGTH_RULE, RELATIVE_RULES } from "./relative-rules.ts";
import { WEEKDAY_RULES } from "./weekday-rules.ts";

/** Earlier rules take the text from later ones: digits first, then what says most. */
const RULES: readonly AtomRule[] = [
  ...NUMERIC_RULES,
  ...NAMED_RULES,
  ...PERIOD_RULES,
  ...RELATIVE_RULES,
  ...WEEKDAY_RULES,
  SAID_DAY_RULE,
  LENGTH_RULE,
];

/** Days and ranges of days that the text names, each stretch of text as one of them. */
export function readDates(text: string, at: DatesContext): { dates: FoundDate[]; ranges: FoundRange[] } {
  const plain = folded(text);
  const { dates, ranges } = joined(firstOfOverlapping(RULES.flatMap((rule) => atomsOf(rule, plain, at))), plain, at);
  // `today, 8 July` names one day twice.
  return {
    dates: dates.filter(({ date }, index) => dates.findIndex((other) => other.date === date) === index),
    ranges,
  };
}

function atomsOf({ pattern, read }: AtomRule, plain: string, at: DatesContext): Atom[] {
  const atoms: Atom[] = [];
  for (const match of plain.matchAll(pattern)) {
    const found = read(match, at, plain);
    if (found)
      atoms.push({
        moment: found.moment,
        weak: found.weak ?? false,
        start: match.index,
        end: match.index + match[0].length,
      });
  }
  return atoms;
}
