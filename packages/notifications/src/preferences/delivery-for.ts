import type { NotificationStep } from "@botdeck/core";

import type { Rule } from "../rules/rule.ts";
import type { Preference } from "./preference.ts";
import { type DeliverySettings, loudFrom, nextAt, quietAt, timeZoneOf, workdayAgainAt } from "./quiet-times.ts";

type Asked = {
  preference: Preference;
  ruleCode: string;
  /** What is urgent is never held. Whoever pages by a policy says here whether that lets it through quiet hours. */
  urgency: Rule["urgency"];
  delivery: Rule["delivery"];
  now: Date;
  settings: DeliverySettings;
};

/** What becomes of a notification for one person. `held` ones are told together at `dueAt`. */
export type Delivery =
  | { kind: "now"; step: NotificationStep }
  | { kind: "held"; dueAt: Date; step: NotificationStep }
  | { kind: "muted"; step: NotificationStep };

/**
 * Whether a person is told at once, later or not at all, by what they wish. Facts of the step: `reason`, and where it fits
 * `until`, `dueAt`, `from` and `timeZone`.
 *
 * @throws RangeError for a time zone that does not exist.
 */
export function deliveryFor({ preference, ruleCode, urgency, delivery, now, settings }: Asked): Delivery {
  const mutedUntil = preference.muted[ruleCode];
  if (mutedUntil !== undefined && (mutedUntil === null || new Date(mutedUntil) > now)) {
    return { kind: "muted", step: stopped("preference", { reason: "muted", until: mutedUntil }) };
  }
  if (urgency === "urgent") return { kind: "now", step: passedOn("urgent") };

  const timeZone = timeZoneOf(preference, settings);
  const held = (step: NotificationStep["step"], reason: string, from: Date): Delivery => {
    const dueAt = loudFrom(preference, settings, from);
    return { kind: "held", dueAt, step: stopped(step, { reason, dueAt: dueAt.toISOString(), timeZone }) };
  };
  const { digested } = preference;
  if (delivery === "digest" || digested.includes(ruleCode) || digested.includes("*")) {
    return held(
      "preference",
      delivery === "digest" ? "digest_of_rule" : "digest",
      nextAt(preference.digestAt, timeZone, now),
    );
  }
  const quiet = quietAt(preference, settings, now);
  // Quiet hours that cover all working hours leave no moment: then time off counts for nothing.
  if (quiet !== null && loudFrom(preference, settings, now) > now) return held("quiet_hours", quiet, now);
  const againAt = workdayAgainAt(preference, now);
  return againAt === null ? { kind: "now", step: passedOn("not_quiet") } : held("quiet_hours", "workday", againAt);
}

const stopped = (step: NotificationStep["step"], facts: NotificationStep["facts"]): NotificationStep => ({
  step,
  passed: false,
  facts,
});

const passedOn = (reason: string): NotificationStep => ({ step: "quiet_hours", passed: true, facts: { reason } });
