import { dayAfter } from "@botdeck/core/working-time";

import type { RotaLayer, RotaLayers } from "./rota-layers.ts";
import { applies, DAY_MS, dayOf, stretchOf, turnAt, turnBegins } from "./rota-times.ts";

/** No further is it looked for the next change: longer than the longest turn. */
const MOST_DAYS = 90;
/** Nearly always the next change is this near. */
const FEW_DAYS = 8;

/** A stretch of time of one person; its end is not part of it. */
export type PersonTime = { userId: string; fromAt: Date; untilAt: Date };

export type Rota = { timeZone: string; layers: RotaLayers };

export type OnCallQuestion = {
  rota: Rota;
  /** Agreed ones; the later goes over the earlier. */
  overrides: readonly PersonTime[];
  /** When people are away: the next of their layer is on call for them. */
  absences: readonly PersonTime[];
  now: Date;
};

export type OnCallNow = {
  /** Portal user ids, none when no layer applies or everybody is away. */
  userIds: string[];
  /** When that changes next, 90 days on at most. */
  until: Date;
  /** False when no change was found: `until` is only how far it was looked. */
  changes: boolean;
};

/** Who is on call at a moment: whoever took it over, else whose turn it is in the last layer that applies and has anybody there. */
export function onCallAt({ rota, overrides, absences, now }: OnCallQuestion): OnCallNow {
  const moment = now.getTime();
  const times = { overrides, absences };
  const userId = personAt(rota, times, moment);
  const changeWithin = (days: number) =>
    changesWithin(days, rota, times, moment).find((change) => personAt(rota, times, change) !== userId);
  const change = changeWithin(FEW_DAYS) ?? changeWithin(MOST_DAYS);
  const until = new Date(change ?? moment + MOST_DAYS * DAY_MS);
  return { userIds: userId === null ? [] : [userId], until, changes: change !== undefined };
}

type Times = Pick<OnCallQuestion, "overrides" | "absences">;

const holds = ({ fromAt, untilAt }: PersonTime, moment: number): boolean =>
  fromAt.getTime() <= moment && moment < untilAt.getTime();

function personAt({ timeZone, layers }: Rota, { overrides, absences }: Times, moment: number): string | null {
  const isThere = (userId: string) => !absences.some((away) => away.userId === userId && holds(away, moment));
  const taken = overrides.findLast((override) => holds(override, moment) && isThere(override.userId));
  if (taken !== undefined) return taken.userId;
  for (const layer of layers.toReversed()) {
    const turn = turnAt(layer, timeZone, moment);
    if (turn < 0 || !applies(layer, timeZone, moment)) continue;
    const first = turn % layer.people.length;
    const found = [...layer.people.slice(first), ...layer.people.slice(0, first)].find(isThere);
    if (found !== undefined) return found;
  }
  return null;
}

/** Moments after this one at which somebody else may be on call, the earliest first. */
function changesWithin(days: number, { timeZone, layers }: Rota, { overrides, absences }: Times, moment: number) {
  const latest = moment + days * DAY_MS;
  const edges = [...overrides, ...absences].flatMap(({ fromAt, untilAt }) => [fromAt.getTime(), untilAt.getTime()]);
  const moments = [...edges, ...layers.flatMap((layer) => changesOf(layer, timeZone, moment, days))];
  const ahead = moments.filter((each) => each > moment && each <= latest);
  return [...new Set(ahead)].toSorted((one, other) => one - other);
}

function changesOf(layer: RotaLayer, timeZone: string, moment: number, days: number): number[] {
  const latest = moment + days * DAY_MS;
  const changes: number[] = [];
  // The turn of whoever is alone begins once.
  const last = layer.people.length === 1 ? 0 : Number.POSITIVE_INFINITY;
  for (let turn = Math.max(0, turnAt(layer, timeZone, moment) + 1); turn <= last; turn++) {
    const begins = turnBegins(layer, timeZone, turn);
    if (begins > latest) break;
    changes.push(begins);
  }
  const today = dayOf(moment, timeZone);
  for (let ahead = -1; layer.only !== undefined && ahead <= days; ahead++) {
    const day = dayAfter(today, ahead);
    changes.push(...layer.only.flatMap((window) => stretchOf(window, day, timeZone) ?? []));
  }
  return changes;
}
