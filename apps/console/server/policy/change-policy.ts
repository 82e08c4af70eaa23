import { AppError } from "@botdeck/core";
import {
  type Actor,
  type DatabaseHandle,
  listRotas,
  lockPolicy,
  noteActs,
  removePolicy as removePolicyRow,
  savePolicy,
  type Transaction,
} from "@botdeck/db";
import { PolicySettings, unknownRotas } from "@botdeck/notifications";
import type { z } from "zod";

import { NAME_TAKEN, readSettings, type SettingProblem } from "../setting-problems.ts";
import type { PutPolicy, RemovePolicy } from "./schemas.ts";

type Db = DatabaseHandle["db"];

export type PutPolicyResult = { kind: "saved"; id: string } | { kind: "refused"; problems: SettingProblem[] };

/**
 * Keeps an escalation policy as somebody wrote it, held to the same as one that is set by a file, and writes down who did.
 *
 * @throws AppError `not_found` for one that the portal does not have, `conflict` when somebody else has changed it meanwhile.
 */
export async function putPolicy(db: Db, input: z.infer<typeof PutPolicy>, actor: Actor): Promise<PutPolicyResult> {
  const { portalId, policyId, seen } = input;
  const { settings, problems } = readSettings(PolicySettings, input.policy);
  if (settings === null) return { kind: "refused", problems };
  return await db.transaction(async (tx): Promise<PutPolicyResult> => {
    const known = new Set((await listRotas(tx, portalId)).map(({ id }) => id));
    const unknown = unknownRotas(settings, known).map(({ place }) => ({ place, problem: "is no rota of this portal" }));
    if (unknown.length > 0) return { kind: "refused", problems: unknown };
    const before = policyId === null ? null : await seenPolicy(tx, { portalId, policyId, seen });
    const { name, ...policy } = settings;
    const id = await savePolicy(tx, { id: policyId, portalId, name, policy });
    if (id === null) return { kind: "refused", problems: [NAME_TAKEN] };
    const action = before === null ? "policy.create" : "policy.change";
    const detail = { portalId, before: before && { name: before.name, ...objectOf(before.policy) }, after: settings };
    await noteActs(tx, actor, [{ action, subjectId: id, detail }]);
    return { kind: "saved", id };
  });
}

/** Takes a policy away: what goes by it goes by the portal's default. Throws as `putPolicy` does. */
export async function removePolicy(db: Db, input: z.infer<typeof RemovePolicy>, actor: Actor): Promise<void> {
  const { portalId, policyId, reason } = input;
  await db.transaction(async (tx) => {
    const { name, policy } = await seenPolicy(tx, input);
    await removePolicyRow(tx, { portalId, name });
    const detail = { portalId, reason, before: { name, ...objectOf(policy) } };
    await noteActs(tx, actor, [{ action: "policy.delete", subjectId: policyId, detail }]);
  });
}

async function seenPolicy(
  tx: Transaction,
  { portalId, policyId, seen }: { portalId: string; policyId: string; seen: string | null },
) {
  const row = await lockPolicy(tx, { id: policyId, portalId });
  if (row === null) throw new AppError("not_found", "This policy is not there, or no longer.");
  if (row.updatedAt.toISOString() !== seen) {
    throw new AppError("conflict", "Somebody else has changed this policy meanwhile.");
  }
  return row;
}

const objectOf = (stored: unknown): object => (typeof stored === "object" && stored !== null ? stored : { stored });
