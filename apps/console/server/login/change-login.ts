import { AppError } from "@botdeck/core";
import {
  type Actor,
  type Database,
  type DatabaseHandle,
  endSessionsOf,
  lockLogin,
  lockOtherAdmins,
  noteActs,
  removeSecondFactor,
  setLogin,
} from "@botdeck/db";

import { closeWaysIn } from "../account/close-ways-in.ts";
import type { Role } from "../roles.ts";

type Change = { userId: string; actor: Actor };
type Admins = {
  /** Whether an admin without a second factor administers nothing. */
  needsFactor: boolean;
};

/**
 * Gives somebody another role, which counts at their next call.
 *
 * @throws AppError `not_found`; `conflict` for the last admin, without whom nobody could give the role again.
 */
export async function changeRole(
  db: DatabaseHandle["db"],
  { userId, role, needsFactor, actor }: Change & Admins & { role: Role },
): Promise<void> {
  await db.transaction(async (tx) => {
    const others = await lockOtherAdmins(tx, userId, needsFactor);
    const login = await there(tx, userId);
    if (login.role === role) return;
    if (login.role === "admin" && !login.banned && others === 0) throw lastAdmin();
    await setLogin(tx, userId, { role });
    await note(tx, actor, "login.setRole", userId, { before: login.role, after: role });
  });
}

/**
 * Keeps somebody out: their sessions end, their API tokens open nothing, and they cannot sign in.
 *
 * @throws AppError `not_found`; `conflict` for oneself and for the last admin.
 */
export async function blockLogin(
  db: DatabaseHandle["db"],
  { userId, reason, needsFactor, actor }: Change & Admins & { reason: string },
): Promise<void> {
  if (actor.id === userId) throw new AppError("conflict", "You cannot block yourself.");
  await db.transaction(async (tx) => {
    const others = await lockOtherAdmins(tx, userId, needsFactor);
    const login = await there(tx, userId);
    if (login.banned) return;
    if (login.role === "admin" && others === 0) throw lastAdmin();
    await setLogin(tx, userId, { banned: true, banReason: reason });
    const sessions = await endSessionsOf(tx, userId);
    await note(tx, actor, "login.block", userId, { before: "open", after: "blocked", reason, sessions });
  });
}

export async function unblockLogin(db: DatabaseHandle["db"], { userId, actor }: Change): Promise<void> {
  await db.transaction(async (tx) => {
    const login = await there(tx, userId);
    if (!login.banned) return;
    await setLogin(tx, userId, { banned: false, banReason: null });
    await note(tx, actor, "login.unblock", userId, { before: "blocked", after: "open" });
  });
}

/** For who has lost their app and their codes: they sign in with the password alone until they set up another. Every other way in closes. */
export async function resetSecondFactor(
  db: DatabaseHandle["db"],
  { userId, reason, actor }: Change & { reason: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    await there(tx, userId);
    if (!(await removeSecondFactor(tx, userId))) throw new AppError("conflict", "This person has no second factor.");
    const closed = await closeWaysIn(tx, userId);
    await note(tx, actor, "login.resetSecondFactor", userId, { before: true, after: false, reason, ...closed });
  });
}

/** Puts out whoever is in, by whatever way but the password. @returns How many sessions were ended. */
export async function endSessionsOfLogin(db: DatabaseHandle["db"], { userId, actor }: Change): Promise<number> {
  return db.transaction(async (tx) => {
    await there(tx, userId);
    const closed = await closeWaysIn(tx, userId);
    await note(tx, actor, "login.endSessions", userId, closed);
    return closed.sessions;
  });
}

async function there(db: Database, userId: string) {
  const login = await lockLogin(db, userId);
  if (login === null) throw new AppError("not_found", "This person is not there, or no longer.");
  return login;
}

const lastAdmin = () =>
  new AppError("conflict", "This is the last administrator. Make somebody else an administrator first.");

const note = (db: Database, actor: Actor, action: string, userId: string, detail: Record<string, unknown>) =>
  noteActs(db, actor, [{ action, subjectId: `login:${userId}`, detail }]);
