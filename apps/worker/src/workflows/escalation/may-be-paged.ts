import { type AlertGroup, type DatabaseHandle, preferencesOf } from "@botdeck/db";
import { ALERT_RULE, type Delivery, deliveryFor, type EscalationPolicy, preferenceOf } from "@botdeck/notifications";

import type { RulesOf } from "../../notifications/portal-rules.ts";
import type { Paged } from "./who-is-paged.ts";

const RANK = { info: 0, warning: 1, critical: 2, never: 3 } as const;

type Group = Pick<AlertGroup, "portalId" | "severity">;

/** Whether each is paged now, or left in peace, by what they wish and by how much of that the policy lets through. */
export type MayBePaged = (
  group: Group,
  policy: Pick<EscalationPolicy, "passesQuietHoursFrom">,
  paged: readonly Paged[],
) => Promise<(Paged & { delivery: Delivery })[]>;

type Deps = { db: DatabaseHandle["db"]; rules: Pick<RulesOf, "find">; now: () => Date };

export function createMayBePaged({ db, rules, now }: Deps): MayBePaged {
  return async (group, { passesQuietHoursFrom }, paged) => {
    const people = paged.flatMap(({ personId }) => personId ?? []);
    const [wishes, { settings }] = await Promise.all([
      preferencesOf(db, group.portalId, people),
      rules.find(group.portalId),
    ]);
    const passes = RANK[group.severity] >= RANK[passesQuietHoursFrom];
    return paged.map((one) => {
      // A chat has no wishes, and neither has whoever never said any.
      const wished = one.personId === null ? undefined : wishes.get(one.personId);
      const preference = { ...preferenceOf(wished ?? {}), digested: [] };
      const urgency = passes ? ("urgent" as const) : ("normal" as const);
      const asked = { preference, ruleCode: ALERT_RULE, urgency, delivery: "single" as const, now: now(), settings };
      return { ...one, delivery: deliveryFor(asked) };
    });
  };
}
