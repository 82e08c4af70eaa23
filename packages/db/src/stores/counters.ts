import { and, eq } from "drizzle-orm";

import type { Transaction } from "../client.ts";
import { portalCounter } from "../schema/ticket.ts";

/** Counts one further, from 1. Whoever counts the same at once waits for the end of this transaction. */
export async function countOn(tx: Transaction, portalId: string, name: string): Promise<number> {
  const value = (await holdCounter(tx, portalId, name)) + 1;
  await tx.update(portalCounter).set({ value }).where(isIt(portalId, name));
  return value;
}

/**
 * Holds a counter until the transaction ends, so that what goes by this name happens on a portal one after another.
 *
 * @returns Where it stands.
 */
export async function holdCounter(tx: Transaction, portalId: string, name: string): Promise<number> {
  await tx.insert(portalCounter).values({ portalId, name, value: 0 }).onConflictDoNothing();
  const [row] = await tx
    .select({ value: portalCounter.value })
    .from(portalCounter)
    .where(isIt(portalId, name))
    .for("update");
  return row?.value ?? 0;
}

const isIt = (portalId: string, name: string) =>
  and(eq(portalCounter.portalId, portalId), eq(portalCounter.name, name));
