import { newId } from "@botdeck/core/ids";
import { and, eq, ne, sql } from "drizzle-orm";

import type { Transaction } from "../../client.ts";
import { escalationPolicy, type EscalationPolicyRow, type Rota, rota } from "../../schema/rota.ts";

type OfPortal = { id: string; portalId: string };

/** A rota of a portal, locked until the transaction ends; null for an id that is another portal's, or none. */
export async function lockRota(tx: Transaction, { id, portalId }: OfPortal): Promise<Rota | null> {
  const isIt = and(eq(rota.id, id), eq(rota.portalId, portalId));
  const [locked] = await tx.select().from(rota).where(isIt).for("update");
  return locked ?? null;
}

/** An escalation policy, as `lockRota`. */
export async function lockPolicy(tx: Transaction, { id, portalId }: OfPortal): Promise<EscalationPolicyRow | null> {
  const isIt = and(eq(escalationPolicy.id, id), eq(escalationPolicy.portalId, portalId));
  const [locked] = await tx.select().from(escalationPolicy).where(isIt).for("update");
  return locked ?? null;
}

/**
 * Makes a rota, or changes the one of this id, also its name. Hand-overs are looked at anew.
 *
 * @param id Null for a new one.
 * @returns Its id; null when another one has the name.
 */
export async function saveRota(
  tx: Transaction,
  {
    id,
    portalId,
    ...values
  }: Pick<Rota, "portalId" | "name" | "timeZone" | "dialogId"> & {
    id: string | null;
    layers: unknown;
  },
): Promise<string | null> {
  const others = and(
    eq(rota.portalId, portalId),
    eq(rota.name, values.name),
    id === null ? undefined : ne(rota.id, id),
  );
  if ((await tx.$count(rota, others)) > 0) return null;
  if (id !== null) {
    const change = { ...values, toldUntil: null, updatedAt: sql`now()` };
    await tx.update(rota).set(change).where(eq(rota.id, id));
    return id;
  }
  const made = newId();
  await tx.insert(rota).values({ id: made, portalId, ...values });
  return made;
}

/** An escalation policy, as `saveRota`. What is under way goes by it from its next level on. */
export async function savePolicy(
  tx: Transaction,
  { id, portalId, name, policy }: { id: string | null; portalId: string; name: string; policy: unknown },
): Promise<string | null> {
  const others = and(
    eq(escalationPolicy.portalId, portalId),
    eq(escalationPolicy.name, name),
    id === null ? undefined : ne(escalationPolicy.id, id),
  );
  if ((await tx.$count(escalationPolicy, others)) > 0) return null;
  if (id !== null) {
    const change = { name, policy, updatedAt: sql`now()` };
    await tx.update(escalationPolicy).set(change).where(eq(escalationPolicy.id, id));
    return id;
  }
  const made = newId();
  await tx.insert(escalationPolicy).values({ id: made, portalId, name, policy });
  return made;
}
