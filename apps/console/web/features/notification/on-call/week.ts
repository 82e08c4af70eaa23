/** A week of the reader's calendar, from Monday on. */
export type Week = {
  /** Its eight midnights: the last one is the next week's first. They are no even steps where clocks change. */
  midnights: readonly Date[];
  fromAt: Date;
  untilAt: Date;
};

/** The week of a day, by the reader's clock. @param day `YYYY-MM-DD`; today when left out. */
export function weekOf(day: string | undefined, now: Date): Week {
  const within = day === undefined ? now : new Date(`${day}T12:00:00`);
  const monday = within.getDate() - ((within.getDay() + 6) % 7);
  const midnight = (index: number) => new Date(within.getFullYear(), within.getMonth(), monday + index);
  const midnights = Array.from({ length: 8 }, (_, index) => midnight(index));
  return { midnights, fromAt: midnight(0), untilAt: midnight(7) };
}

/** A day so many weeks on, as the address names it. */
export function weeksOn({ fromAt }: Week, weeks: number): string {
  const day = new Date(fromAt.getFullYear(), fromAt.getMonth(), fromAt.getDate() + weeks * 7);
  return [day.getFullYear(), twoDigits(day.getMonth() + 1), twoDigits(day.getDate())].join("-");
}

/** Where a stretch stands in the week, in per cent from its begin; cut at its ends. */
export function placeIn({ fromAt, untilAt }: Week, from: Date | null, until: Date | null) {
  const length = untilAt.getTime() - fromAt.getTime();
  const partOf = (at: Date) => Math.min(100, Math.max(0, ((at.getTime() - fromAt.getTime()) / length) * 100));
  const start = from === null ? 0 : partOf(from);
  return { start, width: (until === null ? 100 : partOf(until)) - start };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");
