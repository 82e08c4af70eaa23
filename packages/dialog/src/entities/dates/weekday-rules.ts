import { addDays, mondayOf, weekdayOf } from "../calendar.ts";
import { type AtomRule, EDGE, END } from "./moment.ts";
import { isShortWeekday, WEEKDAY, weekdayNumberOf } from "./names.ts";
import { offsetOf, OFFSET } from "./offsets.ts";

const NEAREST = "ближайш\\p{L}{1,3}|coming|the coming";
const DAY = new RegExp(
  `${EDGE}(?:(?<nearest>${NEAREST}) |(?<offset>${OFFSET}) )?(?<weekday>${WEEKDAY})(?<beforeLast> before last)?${END}`,
  "gu",
);
const CUE = /(?:^|[^\p{L}])(?:в|во|на|к|с|со|по|до|on|by|from|to|till|until|since) $/u;
const WEEKEND = new RegExp(
  `${EDGE}(?:в |на |over |on |at |for )?(?:the )?(?:(?<offset>${OFFSET}) )?(?:выходны(?:е|х)|weekend)(?<beforeLast> before last)?${END}`,
  "gu",
);

export const WEEKDAY_RULES: readonly AtomRule[] = [
  {
    pattern: DAY,
    read: ({ index, groups = {} }, { today, language, direction }, plain) => {
      const word = groups["weekday"] ?? "";
      const weekday = weekdayNumberOf(word);
      const { nearest, offset, beforeLast } = groups;
      if (beforeLast !== undefined) return byWeek(weekday, -2, today, language);
      if (nearest !== undefined) return onDay(addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1));
      if (offset !== undefined) {
        const day = byWeek(weekday, offsetOf(offset, direction), today, language);
        // `this Sunday` that is still to come is not the one something was bought on.
        const late = direction === "past" && day.moment.date > today && offsetOf(offset, direction) === 0;
        return late ? onDay(addDays(day.moment.date, -7)) : day;
      }
      return {
        moment: { kind: "weekday", weekday },
        weak: isShortWeekday(word) && !CUE.test(plain.slice(Math.max(0, index - 6), index)),
      };
    },
  },
  {
    pattern: WEEKEND,
    read: ({ groups = {} }, { today, direction }) => {
      const open = direction === "past" && weekdayOf(today) < 6 ? -1 : 0;
      const weeks = groups["offset"] === undefined ? open : offsetOf(groups["offset"], direction);
      const saturday = addDays(mondayOf(today), 7 * (groups["beforeLast"] === undefined ? weeks : -2) + 5);
      return { moment: { kind: "period", from: saturday, to: addDays(saturday, 1) } };
    },
  },
];

/** `last Monday` said on a Wednesday is this week's to some and last week's to others: then both are given. */
function byWeek(weekday: number, offset: number, today: string, language: "en" | "ru") {
  const ofWeek = addDays(mondayOf(today), 7 * offset + weekday - 1);
  if (offset < 0) {
    const latest = addDays(today, -(((weekdayOf(today) - weekday + 6) % 7) + 1));
    // Nobody calls yesterday by its weekday.
    if (offset < -1 || latest === ofWeek || latest === addDays(today, -1)) return onDay(ofWeek);
    return onDay(latest, ofWeek);
  }
  const soonest = addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
  return onDay(ofWeek, offset === 1 && language === "en" && soonest !== ofWeek ? soonest : null);
}

function onDay(date: string, orElse: string | null = null) {
  return { moment: { kind: "day", date, orElse } as const };
}
