import { and, asc, eq, inArray, isNotNull, lte, or, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { portalCheck, type PortalFinding } from "../schema/portal-check.ts";
import { portal, type Portal } from "../schema/portal.ts";

/** A portal that somebody wants something done about, and since when. */
export type AskedPortal = { portal: Portal; requestedAt: Date };

/**
 * Asks the worker to see to a portal at once: to connect it while it is `pending`, to take the bots off once it is `removed`, else
 * to look at its health. Whoever listens to `botdeck_portals` has to be told after the commit.
 */
export async function askAboutPortal(db: Database, portalId: string): Promise<void> {
  await db
    .insert(portalCheck)
    .values({ portalId, requestedAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({ target: portalCheck.portalId, set: { requestedAt: sql`clock_timestamp()` } });
}

/** The portals in this state that somebody asked about, the longest ago first. */
export async function portalsAskedAbout(db: Database, state: Portal["state"]): Promise<AskedPortal[]> {
  const rows = await db
    .select({ portal, requestedAt: portalCheck.requestedAt })
    .from(portalCheck)
    .innerJoin(portal, eq(portal.id, portalCheck.portalId))
    .where(and(eq(portal.state, state), isNotNull(portalCheck.requestedAt)))
    .orderBy(asc(portalCheck.requestedAt));
  return rows.flatMap((row) => (row.requestedAt === null ? [] : [{ ...row, requestedAt: row.requestedAt }]));
}

/**
 * The connected portals whose health is to be looked at now: those that somebody asked about, then those whose last look is long ago,
 * each at a time of its own, so that a deployment's portals are not all called in the same minute.
 *
 * @param look.everySeconds How often each is looked at without being asked about.
 * @param look.only Whether this one is; else of all.
 */
export async function portalsToCheck(
  db: Database,
  { everySeconds, limit, only }: { everySeconds: number; limit: number; only?: string },
): Promise<{ portal: Portal; isAsked: boolean }[]> {
  const spread = sql`make_interval(secs => ${everySeconds} * (1 + abs(hashtext(${portal.id}::text) % 100) / 500.0))`;
  const isAsked = sql<boolean>`${portalCheck.requestedAt} is not null`;
  return await db
    .select({ portal, isAsked })
    .from(portal)
    .leftJoin(portalCheck, eq(portalCheck.portalId, portal.id))
    .where(
      and(
        only === undefined ? undefined : eq(portal.id, only),
        inArray(portal.state, ["active", "reauth"]),
        or(isAsked, sql`${portalCheck.checkedAt} is null`, lte(portalCheck.checkedAt, sql`now() - ${spread}`)),
      ),
    )
    .orderBy(asc(portalCheck.requestedAt), asc(portalCheck.checkedAt), asc(portal.id))
    .limit(limit);
}

/**
 * Keeps what was found. Whoever asked while it was being looked at is answered by the next look.
 *
 * @param look.begunAt By the database's clock.
 * @param look.problem Why nothing could be looked at, or done, for a person; null when it could.
 */
export async function keepPortalCheck(
  db: Database,
  portalId: string,
  look: { begunAt: Date; findings: readonly PortalFinding[]; problem: string | null },
): Promise<void> {
  const { begunAt, findings, problem } = look;
  const found = { checkedAt: sql`now()`, findings: [...findings], problem };
  await db
    .insert(portalCheck)
    .values({ portalId, ...found })
    .onConflictDoUpdate({
      target: portalCheck.portalId,
      set: {
        ...found,
        requestedAt: sql`case when ${portalCheck.requestedAt} > ${begunAt.toISOString()}::timestamptz then ${portalCheck.requestedAt} end`,
      },
    });
  await announce(db, "botdeck_desk", ["portals"]);
}
