import type { DatesContext } from "./moment.ts";
import { type Point, resolveRange } from "./resolve.ts";

type Range = { from: string; to: string };

/**
 * From one point to another. Digits that may be day and month either way are read in one way at both ends: as the end that
 * makes sense in one way only tells, and else in both ways.
 */
export function resolveEnds(first: Point, last: Point, at: DatesContext): (Range & { orElse?: Range }) | null {
  const order = orderOf(first) ?? orderOf(last);
  const straight = resolveRange(first, last, at);
  const isOpen = otherWay(first) !== null || otherWay(last) !== null;
  if (!isOpen || order === "month") return straight;
  const swapped = resolveRange(otherWay(first) ?? first, otherWay(last) ?? last, at);
  if (order === "day" || straight === null) return swapped;
  return swapped === null ? straight : { ...straight, orElse: swapped };
}

const orderOf = (point: Point) => ("order" in point ? (point.order ?? null) : null);

/** The point with day and month changed about; null where that is none. */
function otherWay(point: Point): Point | null {
  if (point.kind === "day" && point.orElse !== null) return { kind: "day", date: point.orElse, orElse: null };
  if (point.kind === "dayOfYear" && point.orElse !== null) return { ...point, ...point.orElse, orElse: null };
  return null;
}
