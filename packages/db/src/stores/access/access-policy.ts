import type { Database } from "../../client.ts";
import { accessPolicy, type SECOND_FACTOR_FROM } from "../../schema/access-policy.ts";

export type SecondFactorFrom = (typeof SECOND_FACTOR_FROM)[number];

/** The role from which on admins ask for a second factor; null where they ask nobody. */
export async function secondFactorFrom(db: Database): Promise<SecondFactorFrom | null> {
  const [policy] = await db.select({ from: accessPolicy.secondFactorFrom }).from(accessPolicy);
  return policy?.from ?? null;
}

/** Asks for it from another role on. @returns What was before; it cannot change until the transaction ends. */
export async function putSecondFactorFrom(
  tx: Database,
  from: SecondFactorFrom | null,
): Promise<SecondFactorFrom | null> {
  await tx.insert(accessPolicy).values({}).onConflictDoNothing();
  const [before] = await tx.select({ from: accessPolicy.secondFactorFrom }).from(accessPolicy).for("update");
  await tx.update(accessPolicy).set({ secondFactorFrom: from });
  return before?.from ?? null;
}
