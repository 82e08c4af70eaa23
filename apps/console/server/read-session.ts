import type { Auth } from "./auth.ts";
import { type Role, roleOf } from "./roles.ts";

const ABSOLUTE_LIFETIME_MS = 7 * 24 * 60 * 60 * 1_000;

/** Who calls. */
export type Session = { userId: string; name: string; email: string; role: Role };

export type SessionReading = {
  session: Session | null;
  /** Cookies to send back, when the session was prolonged. */
  setCookies: string[];
};

/**
 * The session a cookie stands for, read from the database each time, so that a changed role or a ban counts at the next call.
 * However active, a session ends after seven days.
 */
export async function readSession(auth: Auth, cookie: string | undefined, now = Date.now()): Promise<SessionReading> {
  if (cookie === undefined) return { session: null, setCookies: [] };
  const { response, headers } = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
  const setCookies = headers.getSetCookie();
  if (response === null) return { session: null, setCookies };
  const { user, session } = response;
  const role = roleOf(user.role);
  const isOver = now - session.createdAt.getTime() > ABSOLUTE_LIFETIME_MS;
  if (role === null || user.banned || isOver) return { session: null, setCookies: [] };
  return { session: { userId: user.id, name: user.name, email: user.email, role }, setCookies };
}
