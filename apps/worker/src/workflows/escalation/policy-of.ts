import { type AlertGroup, type DatabaseHandle, listPolicies, readPolicy } from "@botdeck/db";
import { EscalationPolicy } from "@botdeck/notifications";

import { createPeopleByDefault } from "../../notifications/people-by-default.ts";
import type { RulesOf } from "../../notifications/portal-rules.ts";

/** A policy of this name is the portal's own default. */
const DEFAULT = "default";

type Group = Pick<AlertGroup, "portalId" | "botId" | "policyId">;

/** By which policy a group of alerts is escalated. It is data: what is under way goes by it as it is when a level begins. */
export type EscalationPolicies = {
  /** Without levels where nobody is there to be paged at all. */
  of(group: Group): Promise<EscalationPolicy>;
  /** Portal user ids who are paged where nothing else says who is. */
  peopleByDefault(group: Group): Promise<readonly string[]>;
};

type Deps = {
  db: DatabaseHandle["db"];
  rules: Pick<RulesOf, "find">;
  /** Portal user id of whoever set the app up on a portal; null when the portal does not tell. */
  ownerOf: (portalId: string) => Promise<string | null>;
};

export function createEscalationPolicies({ db, rules, ownerOf }: Deps): EscalationPolicies {
  const byDefault = createPeopleByDefault({ rules, ownerOf });
  const peopleByDefault = ({ portalId }: Group) => byDefault(portalId);

  return {
    peopleByDefault,

    async of(group) {
      const { portalId, policyId } = group;
      const own = policyId === null ? null : await readPolicy(db, { id: policyId, portalId });
      const row = own ?? (await listPolicies(db, portalId)).find(({ name }) => name === DEFAULT);
      // One that cannot be read any more must not keep anybody from being paged.
      const read = row === undefined ? null : EscalationPolicy.safeParse(row.policy);
      return read?.success === true ? read.data : withoutPolicy(await peopleByDefault(group));
    },
  };
}

function withoutPolicy(people: readonly string[]): EscalationPolicy {
  const targets = people.map((id) => ({ kind: "person" as const, id }));
  return {
    levels: targets.length === 0 ? [] : [{ targets, waitSeconds: 300 }],
    repeats: 1,
    fallbackDialogId: null,
    passesQuietHoursFrom: "critical",
    acknowledgedSeconds: null,
  };
}
