import type { Point, Series } from "../quality-data.ts";
import type { Period } from "../search.ts";

const NONE: Omit<Point, "at"> = {
  kinds: { abandoned: 0, solved_presumed: 0, solved_confirmed: 0, handed_over: 0 },
  decided: 0,
  contained: 0,
  solved: 0,
  recontacted: 0,
  returned: 0,
  rated: 0,
  satisfied: 0,
  ratingSum: 0,
};

/** A series with a point for each day, or month, of the period: nothing came of nothing. */
export function fillGaps({ unit, points }: Series, { from, to }: Period): Series {
  const known = new Map(points.map((point) => [point.at, point]));
  const filled: Point[] = [];
  const begins = unit === "day" ? from : `${from.slice(0, 8)}01`;
  for (let at = begins; at <= to; at = after(at, unit)) filled.push(known.get(at) ?? { ...NONE, at });
  return { unit, points: filled };
}

function after(day: string, unit: Series["unit"]): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === "day") date.setUTCDate(date.getUTCDate() + 1);
  else date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}
