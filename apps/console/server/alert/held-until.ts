import { type Database, type HeldGroup, listPolicies } from "@botdeck/db";
import { DEFAULT_POLICY, EscalationPolicy } from "@botdeck/notifications";

/** For how long, in seconds, what goes by a policy stays acknowledged while it fires; null for good. */
export type AcknowledgedSeconds = { of(policyId: string | null): number | null };

/** What a portal's policies say of how long an acknowledgement holds. */
export async function policiesOf(db: Database, portalId: string): Promise<AcknowledgedSeconds> {
  const rows = await listPolicies(db, portalId);
  const secondsOf = (row: (typeof rows)[number] | undefined) =>
    EscalationPolicy.safeParse(row?.policy).data?.acknowledgedSeconds ?? null;
  const byDefault = secondsOf(rows.find(({ name }) => name === DEFAULT_POLICY));
  return {
    of(policyId) {
      const own = rows.find(({ id }) => id === policyId);
      return own === undefined ? byDefault : secondsOf(own);
    },
  };
}

/** Until when nobody is paged for a group; null until it recovers. */
export function heldUntil({ group, since }: HeldGroup, policies: AcknowledgedSeconds): Date | null {
  if (group.state === "silenced") return group.silencedUntil;
  const seconds = policies.of(group.policyId);
  return seconds === null || since === null ? null : new Date(since.getTime() + seconds * 1_000);
}
