import { newId } from "@botdeck/core/ids";
import { and, asc, eq, isNotNull } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { authUser } from "../../schema/auth.ts";
import { portalLogin } from "../../schema/console-access.ts";
import { type Portal, portal } from "../../schema/portal.ts";

/** A portal whose people can show who they are there. */
export type SignInPortal = Pick<Portal, "id" | "domain" | "pkce"> & {
  memberId: string;
  clientEndpoint: string;
  serverEndpoint: string;
};

/** Portals on which the app is installed and works; an inbound webhook knows nothing of signing in. */
export async function signInPortals(db: Database): Promise<SignInPortal[]> {
  const { id, domain, pkce, memberId, clientEndpoint, serverEndpoint } = portal;
  const isReady = and(
    eq(portal.auth, "oauth"),
    eq(portal.state, "active"),
    isNotNull(memberId),
    isNotNull(clientEndpoint),
    isNotNull(serverEndpoint),
  );
  const rows = await db
    .select({ id, domain, pkce, memberId, clientEndpoint, serverEndpoint })
    .from(portal)
    .where(isReady)
    .orderBy(asc(domain), asc(id));
  return rows.filter((row): row is SignInPortal => row.memberId !== null);
}

/** Who somebody is on the portals. */
export async function portalLoginsOf(
  db: Database,
  userId: string,
): Promise<{ portalId: string; domain: string; personId: string; personName: string; createdAt: Date }[]> {
  const { portalId, personId, personName, createdAt } = portalLogin;
  return db
    .select({ portalId, domain: portal.domain, personId, personName, createdAt })
    .from(portalLogin)
    .innerJoin(portal, eq(portal.id, portalId))
    .where(eq(portalLogin.userId, userId))
    .orderBy(asc(portal.domain));
}

/** Whose log-in a person of a portal has, blocked or not; null when nobody has said so. */
export async function loginOfPortalPerson(
  db: Database,
  { portalId, personId }: { portalId: string; personId: string },
): Promise<{ id: string; name: string; role: string; hasSecondFactor: boolean; banned: boolean } | null> {
  const [found] = await db
    .select({
      id: authUser.id,
      name: authUser.name,
      role: authUser.role,
      hasSecondFactor: authUser.twoFactorEnabled,
      banned: authUser.banned,
    })
    .from(portalLogin)
    .innerJoin(authUser, eq(authUser.id, portalLogin.userId))
    .where(and(eq(portalLogin.portalId, portalId), eq(portalLogin.personId, personId)));
  return found ?? null;
}

/** Notes who somebody is on a portal, in place of who they were there. @returns False when that person is somebody else's. */
export async function putPortalLogin(
  db: Database,
  link: { userId: string; portalId: string; personId: string; personName: string },
): Promise<boolean> {
  const { userId, portalId, personId, personName } = link;
  await db.delete(portalLogin).where(and(eq(portalLogin.userId, userId), eq(portalLogin.portalId, portalId)));
  const added = await db
    .insert(portalLogin)
    .values({ id: newId(), userId, portalId, personId, personName })
    .onConflictDoNothing()
    .returning({ id: portalLogin.id });
  return added.length > 0;
}

/** @returns Who they were there; null when nothing was noted. */
export async function removePortalLogin(
  db: Database,
  { userId, portalId }: { userId: string; portalId: string },
): Promise<{ personId: string } | null> {
  const [removed] = await db
    .delete(portalLogin)
    .where(and(eq(portalLogin.userId, userId), eq(portalLogin.portalId, portalId)))
    .returning({ personId: portalLogin.personId });
  return removed ?? null;
}

/** Lets go of all that somebody is on portals. @returns How many links there were. */
export async function removePortalLoginsOf(db: Database, userId: string): Promise<number> {
  const removed = await db.delete(portalLogin).where(eq(portalLogin.userId, userId)).returning({ id: portalLogin.id });
  return removed.length;
}
