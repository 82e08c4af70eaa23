import { AppError } from "@botdeck/core";
import { type DatabaseHandle, endSession, listSessions, noteActs } from "@botdeck/db";
import { isAPIError } from "better-auth/api";

import { actorOf } from "../audit/actor-of.ts";
import type { Session } from "../read-session.ts";
import type { Context } from "../trpc.ts";
import { isPasswordOf, takeTryOf } from "./confirm-password.ts";

type Caller = Context & { session: Session; sessionId: string };

/** More browsers than anybody has open. */
const MOST_SESSIONS = 1_000;

/**
 * A new secret for somebody's second factor, which counts from the first right code on.
 *
 * @returns What an authenticator app reads, and the codes for when it is lost; null for a wrong password.
 * @throws AppError `conflict` when they have one.
 */
export async function beginSecondFactor(
  ctx: Caller,
  password: string,
): Promise<{ uri: string; backupCodes: string[] } | null> {
  const { session, auth, authHeaders } = ctx;
  if (session.hasSecondFactor) throw new AppError("conflict", "You have a second factor. Remove it to set up another.");
  if (!(await isPasswordOf(ctx, session.userId, password))) return null;
  const made = await auth.api.enableTwoFactor({ body: { password }, headers: authHeaders });
  if (made.method !== "totp") throw new AppError("invariant", "The second factor is not made by an authenticator app");
  return { uri: made.totpURI, backupCodes: made.backupCodes };
}

/**
 * Switches the second factor on. Other browsers, which came in without it, are signed out.
 *
 * @returns False for a wrong code.
 */
export async function confirmSecondFactor(ctx: Caller, code: string): Promise<boolean> {
  const { session, db } = ctx;
  await takeTryOf(db, `code:${session.userId}`);
  const others = await otherSessions(db, ctx);
  const entry = await ctx.auth.api
    .verifyTOTP({ body: { code }, headers: ctx.authHeaders, returnHeaders: true })
    .catch((error: unknown) => {
      if (isAPIError(error) && error.statusCode < 500) return null;
      throw error;
    });
  if (entry === null) return false;
  ctx.setCookies(entry.headers.getSetCookie());
  await db.transaction(async (tx) => {
    for (const id of others) await endSession(tx, { id, userId: session.userId });
    const detail = { before: false, after: true, sessions: others.length };
    await noteActs(tx, actorOf(ctx), [act("account.enableSecondFactor", session, detail)]);
  });
  return true;
}

/** @returns False for a wrong password. */
export async function disableSecondFactor(ctx: Caller, password: string): Promise<boolean> {
  const { session, auth, authHeaders } = ctx;
  if (!session.hasSecondFactor) throw new AppError("conflict", "You have no second factor.");
  if (!(await isPasswordOf(ctx, session.userId, password))) return false;
  const { headers } = await auth.api.disableTwoFactor({
    body: { password },
    headers: authHeaders,
    returnHeaders: true,
  });
  ctx.setCookies(headers.getSetCookie());
  await noteActs(ctx.db, actorOf(ctx), [act("account.disableSecondFactor", session, { before: true, after: false })]);
  return true;
}

/** New codes for when the app is lost; those before open nothing any more. @returns Null for a wrong password. */
export async function newBackupCodes(ctx: Caller, password: string): Promise<string[] | null> {
  const { session, auth, authHeaders } = ctx;
  if (!session.hasSecondFactor) throw new AppError("conflict", "You have no second factor.");
  if (!(await isPasswordOf(ctx, session.userId, password))) return null;
  const { backupCodes } = await auth.api.generateBackupCodes({ body: { password }, headers: authHeaders });
  await noteActs(ctx.db, actorOf(ctx), [act("account.newBackupCodes", session, {})]);
  return backupCodes;
}

async function otherSessions(db: DatabaseHandle["db"], { session, sessionId }: Caller): Promise<string[]> {
  const filter = { userId: session.userId, begunAfter: new Date(0) };
  const { rows } = await listSessions(db, filter, { after: null, limit: MOST_SESSIONS });
  return rows.map(({ id }) => id).filter((id) => id !== sessionId);
}

const act = (action: string, { userId }: Session, detail: Record<string, unknown>) => ({
  action,
  subjectId: `login:${userId}`,
  detail,
});
