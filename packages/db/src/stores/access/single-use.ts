import { newId } from "@botdeck/core/ids";
import { eq, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { authVerification } from "../../schema/auth.ts";
import { digestOf } from "../../secret-box.ts";

/** What a secret may be used for. */
export type SingleUse = "set-password" | "portal-sign-in";

/** Keeps what a secret stands for, in better-auth's table, which sweeps away what is over. The secret itself is kept nowhere. */
export async function keepSingleUse(
  db: Database,
  { use, secret, value, seconds }: { use: SingleUse; secret: string; value: string; seconds: number },
): Promise<void> {
  const expiresAt = sql`now() + make_interval(secs => ${seconds})`;
  await db.insert(authVerification).values({ id: newId(), identifier: identifierOf(use, secret), value, expiresAt });
}

/** What a secret stands for, and uses it up: null for one that is unknown, over, or was used before. */
export async function useUp(db: Database, use: SingleUse, secret: string): Promise<string | null> {
  const [used] = await db
    .delete(authVerification)
    .where(eq(authVerification.identifier, identifierOf(use, secret)))
    .returning({ value: authVerification.value, isOver: sql<boolean>`${authVerification.expiresAt} <= now()` });
  return used === undefined || used.isOver ? null : used.value;
}

/** Makes what was kept for this value worth nothing, such as older links of the same person. */
export async function forgetSingleUse(db: Database, use: SingleUse, value: string): Promise<void> {
  await db
    .delete(authVerification)
    .where(sql`${authVerification.identifier} like ${`${use}:%`} and ${authVerification.value} = ${value}`);
}

const identifierOf = (use: SingleUse, secret: string) => `${use}:${digestOf(secret)}`;
