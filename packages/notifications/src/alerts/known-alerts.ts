import type { Alert } from "@botdeck/core";

import type { AlertPost } from "../hooks/hook-post.ts";
import type { AlertGroupState, BriefAlert } from "./alert-group.ts";

/** Alerts that are kept with their words, and in brief: more of one group help nobody, and a row has to be read at each post. */
const MOST_WHOLE = 50;
const MOST_BRIEF = 2_000;

/** What is known of one alert. */
type Known = {
  startsAtMs: number;
  state: 0 | 1 | 2;
  /** The source itself said so. What was only taken to be over may fire on. */
  isSaid: boolean;
  /** Null where its words are not kept any more. */
  whole: Alert | null;
};
export type KnownAlerts = ReadonlyMap<string, Known>;

export const knownOf = ({ alerts, others }: Pick<AlertGroupState, "alerts" | "others">): KnownAlerts =>
  new Map<string, Known>([
    ...others.map(([fingerprint, startsAtMs, state]) => [fingerprint, ofBrief(startsAtMs, state)] as const),
    ...alerts.map((alert) => [alert.fingerprint, ofWhole(alert)] as const),
  ]);

function ofBrief(startsAtMs: number, state: BriefAlert[2]): Known {
  if (state === 3 || state === 4) return { startsAtMs, state: state === 3 ? 2 : 0, isSaid: false, whole: null };
  return { startsAtMs, state, isSaid: true, whole: null };
}

function ofWhole(alert: Alert): Known {
  const isFiring = alert.status === "firing";
  const isSaid = isFiring || alert.endsAt !== null;
  return { startsAtMs: Date.parse(alert.startsAt), state: isFiring ? 1 : 2, isSaid, whole: alert };
}

function stateInBrief({ state, isSaid }: Known): BriefAlert[2] {
  if (isSaid || state === 1) return state;
  return state === 2 ? 3 : 4;
}

/**
 * What is known after a post. Each alert is as its latest start says, and at the same start recovered rather than firing: so posts
 * may come in any order, and again.
 *
 * A source that says "all is over" tells only of what it does not keep silent about: what is muted over there may fire on. So what
 * the post does not name is taken to be over until somebody says otherwise, or, where the source can be asked, until it was.
 *
 * @returns `isUnsure` when the source has to be asked.
 */
export function learn(
  known: KnownAlerts,
  post: AlertPost,
  { now, canBeAsked }: { now: Date; canBeAsked: boolean },
): { known: KnownAlerts; isUnsure: boolean } {
  const next = new Map(known);
  for (const alert of post.alerts) {
    const before = next.get(alert.fingerprint);
    const startsAtMs = Date.parse(alert.startsAt);
    if (before !== undefined && isOlder(alert, startsAtMs, before)) continue;
    // What recovers without having fired here was over before anybody heard of it.
    const state = alert.status === "firing" ? 1 : before === undefined || before.state === 0 ? 0 : 2;
    next.set(alert.fingerprint, { startsAtMs, state, isSaid: true, whole: alert });
  }
  if (!post.isOver) return { known: next, isUnsure: false };
  const unnamed = unnamedOf(next, momentOf(post, now));
  const isUnsure = canBeAsked && post.seenAt === undefined && unnamed.length > 0;
  if (!isUnsure) for (const [fingerprint, each] of unnamed) next.set(fingerprint, takenToBeOver(each));
  return { known: next, isUnsure };
}

const isOlder = ({ status }: Alert, startsAtMs: number, before: Known): boolean =>
  startsAtMs < before.startsAtMs ||
  (startsAtMs === before.startsAtMs && status === "firing" && before.state !== 1 && before.isSaid);

/** What fires as far as we know, and had begun when its source said that nothing does. */
const unnamedOf = (known: KnownAlerts, momentMs: number): [string, Known][] =>
  [...known].filter(([, { state, startsAtMs }]) => state === 1 && startsAtMs <= momentMs);

const takenToBeOver = (each: Known): Known => ({
  ...each,
  state: 2,
  isSaid: false,
  whole: each.whole === null ? null : { ...each.whole, status: "resolved", endsAt: null },
});

function momentOf({ alerts, seenAt }: AlertPost, now: Date): number {
  if (seenAt !== undefined) return Date.parse(seenAt);
  const moments = alerts.flatMap(({ startsAt, endsAt }) => [
    Date.parse(startsAt),
    endsAt === null ? 0 : Date.parse(endsAt),
  ]);
  return moments.length === 0 ? now.getTime() : Math.max(...moments);
}

/** What was over belongs to no episode that begins now. */
export const forgetEnded = (known: KnownAlerts): KnownAlerts =>
  new Map([...known].map(([name, each]) => [name, each.state === 1 ? each : { ...each, state: 0, whole: null }]));

export const countOf = (known: KnownAlerts, isCounted: (state: Known["state"]) => boolean): number =>
  [...known.values()].filter(({ state }) => isCounted(state)).length;

/** What is kept of it, within bounds: what fires before what is over, the newest first. */
export function keptOf(known: KnownAlerts): Pick<AlertGroupState, "alerts" | "others"> {
  const rank = (state: Known["state"]) => [2, 0, 1][state] ?? 2;
  const sorted = [...known].toSorted(
    ([, one], [, other]) => rank(one.state) - rank(other.state) || other.startsAtMs - one.startsAtMs,
  );
  const alerts: Alert[] = [];
  const others: BriefAlert[] = [];
  for (const [fingerprint, each] of sorted) {
    const { startsAtMs, state, whole } = each;
    if (whole !== null && state !== 0 && alerts.length < MOST_WHOLE) alerts.push(whole);
    else if (others.length < MOST_BRIEF) others.push([fingerprint, startsAtMs, stateInBrief(each)]);
  }
  return { alerts, others };
}

/** A group that is over keeps what it showed, and learns what it must not take for news later. */
export function rememberedOf(
  { alerts }: Pick<AlertGroupState, "alerts">,
  known: KnownAlerts,
): Pick<AlertGroupState, "alerts" | "others"> {
  const shown = new Set(alerts.map(({ fingerprint }) => fingerprint));
  const { others } = keptOf(new Map([...known].filter(([fingerprint]) => !shown.has(fingerprint))));
  const asSaid = alerts.map((alert) => {
    const now = known.get(alert.fingerprint)?.whole;
    return now != null && now.startsAt === alert.startsAt ? now : alert;
  });
  return { alerts: asSaid, others };
}
