import type { Severity } from "@botdeck/core";

import type { AlertPost } from "../hooks/hook-post.ts";
import type { AlertGroupState } from "./alert-group.ts";
import { FLAPPING_PAGE_MS, flapsAfter, isFlapping } from "./flapping.ts";
import { countOf, forgetEnded, keptOf, type KnownAlerts, knownOf, learn, rememberedOf } from "./known-alerts.ts";

/** A source's clock may be wrong, or its alert old: the card does not say that it has fired for longer, in milliseconds. */
const LONGEST_BEFORE_MS = 7 * 86_400_000;

/**
 * What a post came to: `fired` and `flapping` begin an episode, `resolved` ends it, `more` and `fewer` change how many fire, `same`
 * is none of it.
 */
export type FoldKind = "fired" | "flapping" | "more" | "fewer" | "resolved" | "same";

export type Folded = {
  group: AlertGroupState;
  kind: FoldKind;
  /** A card would say something else than before. */
  isNews: boolean;
  /** The episode goes on in the cards of the one before: it comes and goes, or is silenced. */
  keepsCards: boolean;
  /** How long it has to fire before anybody is paged, in milliseconds. */
  pageAfterMs: number;
  /** The source says that all is over, and did not name all that fires: it has to be asked. */
  isUnsure: boolean;
};

const SEVERITIES: readonly Severity[] = ["info", "warning", "critical"];

/**
 * What becomes of a group when its source posts. Whatever order posts come in, and however often, the group knows what fires:
 *
 * | Group is            | something fires                                    | nothing fires   |
 * | ------------------- | -------------------------------------------------- | --------------- |
 * | none, or resolved   | a new episode: pending where there is a delay,     | as it is        |
 * |                     | silenced while a silence lasts, else firing        |                 |
 * | pending             | pending                                            | resolved        |
 * | firing              | firing                                             | resolved        |
 * | acknowledged        | acknowledged: somebody has it                      | resolved        |
 * | silenced            | silenced                                           | resolved        |
 *
 * @returns Null where there is no group and none begins.
 */
export function foldAlerts({
  group,
  post,
  delaySeconds,
  now,
  canBeAsked = false,
}: {
  group: AlertGroupState | null;
  post: AlertPost;
  /** Alerts that last less than this are told to nobody. */
  delaySeconds: number;
  now: Date;
  /** Its source can be asked what fires. */
  canBeAsked?: boolean;
}): Folded | null {
  const before = knownOf(group ?? { alerts: [], others: [] });
  const { known, isUnsure } = learn(before, post, { now, canBeAsked });
  const firing = firingOf(known, post);
  const isOpen = group !== null && group.state !== "resolved";
  const folded = fold();
  if (folded === null) return null;
  const groupLabels = post.groupLabels ?? group?.groupLabels ?? null;
  const postedAt = post.seenAt === undefined ? now : (group?.postedAt ?? null);
  return { ...folded, isUnsure, group: { ...folded.group, groupLabels, postedAt } };

  function fold(): Folded | null {
    if (isOpen) return firing === 0 ? end(group, known, now) : goOn({ group, known, firing, post, now });
    if (firing > 0) return begin({ group, known, firing, post, delaySeconds, now });
    return group === null ? null : { ...unchanged, group: { ...group, ...rememberedOf(group, known) } };
  }
}

const unchanged = { kind: "same", isNews: false, keepsCards: false, pageAfterMs: 0, isUnsure: false } as const;

function firingOf(known: KnownAlerts, { alerts, leftOut }: AlertPost): number {
  const counted = countOf(known, (state) => state === 1);
  // A source that leaves some out counts them itself.
  return leftOut === 0 ? counted : alerts.filter(({ status }) => status === "firing").length + leftOut;
}

function begin({
  group,
  known,
  firing,
  post,
  delaySeconds,
  now,
}: {
  group: AlertGroupState | null;
  known: KnownAlerts;
  firing: number;
  post: AlertPost;
  delaySeconds: number;
  now: Date;
}): Folded {
  const flaps = group === null ? 0 : flapsAfter(group, now);
  const comesAndGoes = isFlapping({ flaps });
  const silencedUntil = group?.silencedUntil != null && group.silencedUntil > now ? group.silencedUntil : null;
  const starts = [...known.values()].flatMap(({ state, startsAtMs }) => (state === 1 ? [startsAtMs] : []));
  const firstAtMs = Math.max(now.getTime() - LONGEST_BEFORE_MS, Math.min(now.getTime(), ...starts));
  const leftMs = comesAndGoes ? 0 : Math.max(0, firstAtMs + delaySeconds * 1_000 - now.getTime());
  return {
    ...unchanged,
    kind: comesAndGoes ? "flapping" : "fired",
    isNews: true,
    keepsCards: comesAndGoes || silencedUntil !== null,
    pageAfterMs: comesAndGoes ? Math.max(FLAPPING_PAGE_MS, delaySeconds * 1_000) : leftMs,
    group: {
      title: post.title,
      labels: post.labels,
      groupLabels: null,
      severity: worstOf(post, "info"),
      state: silencedUntil !== null ? "silenced" : leftMs > 0 ? "pending" : "firing",
      episode: (group?.episode ?? 0) + 1,
      ...keptOf(forgetEnded(known)),
      firing,
      total: firing,
      flaps,
      acknowledgedById: null,
      acknowledgedByName: null,
      silencedUntil,
      isSilencedUntilRecovery: false,
      firstAt: new Date(firstAtMs),
      lastAt: now,
      postedAt: null,
      resolvedAt: null,
    },
  };
}

function goOn({
  group,
  known,
  firing,
  post,
  now,
}: {
  group: AlertGroupState;
  known: KnownAlerts;
  firing: number;
  post: AlertPost;
  now: Date;
}): Folded {
  const severity = worstOf(post, group.severity);
  const total = Math.max(
    firing,
    group.total,
    countOf(known, (state) => state !== 0),
  );
  const kept = keptOf(known);
  const isNews =
    firing !== group.firing || total !== group.total || severity !== group.severity || wordsOf(kept) !== wordsOf(group);
  return {
    ...unchanged,
    kind: firing > group.firing ? "more" : firing < group.firing ? "fewer" : "same",
    isNews,
    group: { ...group, ...kept, title: post.title, labels: post.labels, severity, firing, total, lastAt: now },
  };
}

function end(group: AlertGroupState, known: KnownAlerts, now: Date): Folded {
  return {
    ...unchanged,
    kind: "resolved",
    isNews: true,
    group: {
      ...group,
      ...keptOf(known),
      state: "resolved",
      firing: 0,
      total: Math.max(
        group.total,
        countOf(known, (state) => state !== 0),
      ),
      isSilencedUntilRecovery: false,
      lastAt: now,
      resolvedAt: now,
    },
  };
}

/** An episode is as bad as the worst of it. */
function worstOf({ alerts }: AlertPost, atLeast: Severity): Severity {
  const ranks = alerts.flatMap(({ status, severity }) => (status === "firing" ? [SEVERITIES.indexOf(severity)] : []));
  return SEVERITIES[Math.max(SEVERITIES.indexOf(atLeast), ...ranks)] ?? atLeast;
}

const wordsOf = ({ alerts }: Pick<AlertGroupState, "alerts">): string =>
  JSON.stringify(alerts.map(({ fingerprint, status, summary, url }) => [fingerprint, status, summary, url]));
