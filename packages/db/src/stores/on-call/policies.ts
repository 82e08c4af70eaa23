import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, asc, eq, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { escalationPolicy, type EscalationPolicyRow } from "../../schema/rota.ts";

/** Makes an escalation policy, or the one of this name as it has to be now. What is under way goes by it from its next level on. */
export async function putPolicy(
  db: Database,
  { portalId, name, policy }: { portalId: string; name: string; policy: unknown },
): Promise<EscalationPolicyRow> {
  const [row] = await db
    .insert(escalationPolicy)
    .values({ id: newId(), portalId, name, policy })
    .onConflictDoUpdate({
      target: [escalationPolicy.portalId, escalationPolicy.name],
      set: { policy, updatedAt: sql`now()` },
    })
    .returning();
  if (row === undefined) throw new AppError("invariant", "A policy was neither made nor there");
  return row;
}

/** Null for an id that is another portal's, or none. */
export async function readPolicy(
  db: Database,
  { id, portalId }: Pick<EscalationPolicyRow, "id" | "portalId">,
): Promise<EscalationPolicyRow | null> {
  const [found] = await db
    .select()
    .from(escalationPolicy)
    .where(and(eq(escalationPolicy.id, id), eq(escalationPolicy.portalId, portalId)));
  return found ?? null;
}

/** The policies of a portal, by name. */
export async function listPolicies(db: Database, portalId: string): Promise<EscalationPolicyRow[]> {
  return await db
    .select()
    .from(escalationPolicy)
    .where(eq(escalationPolicy.portalId, portalId))
    .orderBy(asc(escalationPolicy.name));
}

/** False when there is none of this name. Groups that go by it take the portal's default. */
export async function removePolicy(
  db: Database,
  { portalId, name }: Pick<EscalationPolicyRow, "portalId" | "name">,
): Promise<boolean> {
  const gone = await db
    .delete(escalationPolicy)
    .where(and(eq(escalationPolicy.portalId, portalId), eq(escalationPolicy.name, name)))
    .returning({ id: escalationPolicy.id });
  return gone.length > 0;
}
