import { and, asc, eq, gt, isNull, notInArray, sql } from "drizzle-orm";

import type { Database, Transaction } from "../../client.ts";
import { absence } from "../../schema/absence.ts";
import { bot, portal } from "../../schema/portal.ts";
import { type Rota, rota, type RotaOverride, rotaOverride } from "../../schema/rota.ts";
import { WORKING_KINDS } from "../absences/read-absences.ts";

export type CoverAway = { override: RotaOverride; rota: Rota; botId: string };

/**
 * Agreed overrides that are not over, of people who were granted days off on some of the days that they cover, as far as nobody was told;
 * each with the portal's bot of a code. By whole days: whoever tells it looks at the hours.
 */
export async function coversAway(
  db: Database,
  { now, botCode, limit }: { now: Date; botCode: string; limit: number },
): Promise<CoverAway[]> {
  const dayOf = (column: typeof rotaOverride.fromAt | typeof rotaOverride.untilAt) =>
    sql`(${column} at time zone ${rota.timeZone})::date`;
  return await db
    .selectDistinctOn([rotaOverride.untilAt, rotaOverride.id], { override: rotaOverride, rota, botId: bot.id })
    .from(rotaOverride)
    .innerJoin(rota, eq(rota.id, rotaOverride.rotaId))
    .innerJoin(portal, and(eq(portal.id, rota.portalId), eq(portal.state, "active")))
    .innerJoin(bot, and(eq(bot.portalId, rota.portalId), eq(bot.code, botCode), eq(bot.state, "active")))
    .innerJoin(
      absence,
      and(
        eq(absence.portalId, rota.portalId),
        eq(absence.personId, rotaOverride.userId),
        eq(absence.state, "approved"),
        notInArray(absence.kind, [...WORKING_KINDS]),
        sql`${absence.toDay} >= ${dayOf(rotaOverride.fromAt)}`,
        sql`${absence.fromDay} <= ${dayOf(rotaOverride.untilAt)}`,
      ),
    )
    .where(and(eq(rotaOverride.state, "agreed"), gt(rotaOverride.untilAt, now), isNull(rotaOverride.awayToldAt)))
    .orderBy(asc(rotaOverride.untilAt), asc(rotaOverride.id))
    .limit(limit);
}

/** Notes that it was told who is away. @returns False when somebody else has told since. */
export async function noteAwayTold(tx: Transaction, id: string): Promise<boolean> {
  const noted = await tx
    .update(rotaOverride)
    .set({ awayToldAt: sql`now()` })
    .where(and(eq(rotaOverride.id, id), isNull(rotaOverride.awayToldAt)))
    .returning({ id: rotaOverride.id });
  return noted.length > 0;
}
