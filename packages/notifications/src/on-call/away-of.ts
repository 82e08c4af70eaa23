import { dayAfter } from "@botdeck/core/working-time";

import type { PersonTime } from "./on-call-at.ts";
import { at } from "./rota-times.ts";

type Days = { personId: string; fromDay: string; toDay: string; fromNoon: boolean; untilNoon: boolean };

/** The moments between which somebody is away, of days as a calendar has them. */
export function awayOf({ personId, fromDay, toDay, fromNoon, untilNoon }: Days, timeZone: string): PersonTime {
  return {
    userId: personId,
    fromAt: new Date(at(fromDay, fromNoon ? "12:00" : "00:00", timeZone)),
    untilAt: new Date(untilNoon ? at(toDay, "12:00", timeZone) : at(dayAfter(toDay, 1), "00:00", timeZone)),
  };
}
