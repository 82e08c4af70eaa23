import type { Alert } from "@botdeck/core";

import type { AlertPost } from "../hooks/hook-post.ts";
import type { AlertGroupState, BriefAlert } from "./alert-group.ts";

/** Alerts that are kept with their words, and in brief: more of one group help nobody, and a row has to be read at each post. */
const MOST_WHOLE = 50;
const MOST_BRIEF = 2_000;

/** What is known of one alert; `whole` where its words are still kept. */
type Known = { startsAtMs: number; state: BriefAlert[2]; whole: Alert | null };
export type KnownAlerts = ReadonlyMap<string, Known>;

export const knownOf = ({ alerts, others }: Pick<AlertGroupState, "alerts" | "others">): KnownAlerts =>
  new Map<string, Known>([
    ...others.map(([fingerprint, startsAtMs, state]) => [fingerprint, { startsAtMs, state, whole: null }] as const),
    ...alerts.map(
      (alert) =>
        [
          alert.fingerprint,
          { startsAtMs: Date.parse(alert.startsAt), state: alert.status === "firing" ? 1 : 2, whole: alert } as const,
        ] as const,
    ),
  ]);

/**
 * What is known after a post. Each alert is as its latest start says, and at the same start recovered rather than firing: so posts
 * may come in any order, and again.
 */
export function learn(known: KnownAlerts, post: AlertPost, now: Date): KnownAlerts {
  const next = new Map(known);
  for (const alert of post.alerts) {
    const before = next.get(alert.fingerprint);
    const startsAtMs = Date.parse(alert.startsAt);
    if (before !== undefined && isOlder(alert, startsAtMs, before)) continue;
    // What recovers without having fired here was over before anybody heard of it.
    const state = alert.status === "firing" ? 1 : before === undefined || before.state === 0 ? 0 : 2;
    next.set(alert.fingerprint, { startsAtMs, state, whole: alert });
  }
  if (post.isOver) endAll(next, momentOf(post, now));
  return next;
}

const isOlder = ({ status }: Alert, startsAtMs: number, before: Known): boolean =>
  startsAtMs < before.startsAtMs || (startsAtMs === before.startsAtMs && status === "firing" && before.state !== 1);

/** The source says that nothing fires: that is true of what had begun when it said so. */
function endAll(known: Map<string, Known>, momentMs: number): void {
  for (const [fingerprint, each] of known) {
    if (each.state !== 1 || each.startsAtMs > momentMs) continue;
    const endsAt = new Date(momentMs).toISOString();
    const whole = each.whole === null ? null : { ...each.whole, status: "resolved" as const, endsAt };
    known.set(fingerprint, { ...each, state: 2, whole });
  }
}

function momentOf({ alerts }: AlertPost, now: Date): number {
  const moments = alerts.flatMap(({ startsAt, endsAt }) => [
    Date.parse(startsAt),
    endsAt === null ? 0 : Date.parse(endsAt),
  ]);
  return moments.length === 0 ? now.getTime() : Math.max(...moments);
}

/** What was over belongs to no episode that begins now. */
export const forgetEnded = (known: KnownAlerts): KnownAlerts =>
  new Map([...known].map(([name, each]) => [name, each.state === 1 ? each : { ...each, state: 0, whole: null }]));

export const countOf = (known: KnownAlerts, isCounted: (state: BriefAlert[2]) => boolean): number =>
  [...known.values()].filter(({ state }) => isCounted(state)).length;

/** What is kept of it, within bounds: what fires before what is over, the newest first. */
export function keptOf(known: KnownAlerts): Pick<AlertGroupState, "alerts" | "others"> {
  const rank = (state: BriefAlert[2]) => [2, 0, 1][state] ?? 2;
  const sorted = [...known].toSorted(
    ([, one], [, other]) => rank(one.state) - rank(other.state) || other.startsAtMs - one.startsAtMs,
  );
  const alerts: Alert[] = [];
  const others: BriefAlert[] = [];
  for (const [fingerprint, { startsAtMs, state, whole }] of sorted) {
    if (whole !== null && state !== 0 && alerts.length < MOST_WHOLE) alerts.push(whole);
    else if (others.length < MOST_BRIEF) others.push([fingerprint, startsAtMs, state]);
  }
  return { alerts, others };
}
