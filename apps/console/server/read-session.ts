import { bearerOfApiToken, type Database, digestOf } from "@botdeck/db";

import { reachOf, type SessionRules } from "./access-policy/second-factor-rules.ts";
import type { Auth } from "./auth.ts";
import { lesserRole, type Role, roleOf } from "./roles.ts";

/** However active, a session ends after seven days. */
export const SESSION_LIFE_MS = 7 * 24 * 60 * 60 * 1_000;

/** Who calls. */
export type Session = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  hasSecondFactor: boolean;
  /** Needs a second factor for the role they were given, and may do less until they set one up. */
  lacksSecondFactor: boolean;
  /** Their signed-in browser, or the API token of theirs that a program calls with. */
  by: { kind: "browser"; sessionId: string } | { kind: "token"; tokenId: string; tokenName: string };
};

export type SessionReading = {
  session: Session | null;
  /** Cookies to send back, when the session was prolonged. */
  setCookies: string[];
};

/**
 * The session a cookie stands for, read from the database each time, so that a changed role or a ban counts at the next call.
 */
export async function readSession(
  auth: Auth,
  cookie: string | undefined,
  rules: SessionRules,
  now = Date.now(),
): Promise<SessionReading> {
  if (cookie === undefined) return { session: null, setCookies: [] };
  const { response, headers } = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
  const setCookies = headers.getSetCookie();
  if (response === null) return { session: null, setCookies };
  const { user, session } = response;
  const role = roleOf(user.role);
  const isOver = now - session.createdAt.getTime() > SESSION_LIFE_MS;
  if (role === null || user.banned || isOver) return { session: null, setCookies: [] };
  const { id: userId, name, email } = user;
  const hasSecondFactor = user.twoFactorEnabled === true;
  const person = { userId, name, email, hasSecondFactor, ...(await reachOf(role, hasSecondFactor, rules)) };
  const by = { kind: "browser", sessionId: session.id } as const;
  return { session: { ...person, by }, setCookies };
}

/** Who calls with an API token. It never reaches further than its owner does now; null when it opens nothing. */
export async function readTokenSession(db: Database, token: string, rules: SessionRules): Promise<Session | null> {
  const bearer = await bearerOfApiToken(db, digestOf(token));
  if (bearer === null) return null;
  const { userId, name, email, tokenId, tokenName, twoFactorEnabled: hasSecondFactor } = bearer;
  const ownerRole = roleOf(bearer.role);
  const tokenRole = roleOf(bearer.tokenRole);
  if (ownerRole === null || tokenRole === null) return null;
  const { role: reach, lacksSecondFactor } = await reachOf(ownerRole, hasSecondFactor, rules);
  const role = lesserRole(tokenRole, reach);
  return { userId, name, email, role, hasSecondFactor, lacksSecondFactor, by: { kind: "token", tokenId, tokenName } };
}
