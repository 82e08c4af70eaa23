import { AppError } from "@botdeck/core";
import { type Database, passwordHashOf, takeTry } from "@botdeck/db";

import type { Auth } from "../auth.ts";

/** Per person and minute: who found an open browser does not guess on. */
const TRIES = 5;

/**
 * Whether this is the person's password.
 *
 * @throws AppError `rate_limited` after too many tries, `conflict` for who has none and only comes in by a portal.
 */
export async function isPasswordOf(
  { db, auth }: { db: Database; auth: Auth },
  userId: string,
  password: string,
): Promise<boolean> {
  await takeTryOf(db, `password:${userId}`);
  const hash = await passwordHashOf(db, userId);
  if (hash === null)
    throw new AppError("conflict", "You have no password yet: ask an administrator for a link to set one.");
  const { password: hashing } = await auth.$context;
  return hashing.verify({ hash, password });
}

/**
 * Whether this is the person themselves, as far as a password can show it: who has none and comes in by a portal is believed.
 *
 * @throws AppError `rate_limited` after too many tries, `invalid` when the password is missing.
 */
export async function isConfirmed(
  { db, auth }: { db: Database; auth: Auth },
  userId: string,
  password: string | undefined,
): Promise<boolean> {
  if ((await passwordHashOf(db, userId)) === null) return true;
  if (password === undefined) throw new AppError("invalid", "Confirm this with your password.");
  return isPasswordOf({ db, auth }, userId, password);
}

/** @throws AppError `rate_limited` when there were too many tries within the last minute. */
export async function takeTryOf(db: Database, key: string): Promise<void> {
  const wait = await takeTry(db, key, TRIES);
  if (wait === null) return;
  throw new AppError("rate_limited", `Too many tries. Wait ${wait} seconds.`, { retryAfterMs: wait * 1_000 });
}
