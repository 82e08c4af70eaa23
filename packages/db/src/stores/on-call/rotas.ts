import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, asc, eq, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";

import type { Database, Transaction } from "../../client.ts";
import { bot, portal } from "../../schema/portal.ts";
import { type Rota, rota, type RotaOverride, rotaOverride } from "../../schema/rota.ts";

export type RotaToKeep = Pick<Rota, "portalId" | "name" | "timeZone" | "dialogId"> & { layers: unknown };

/** Makes a rota, or the one of this name as it has to be now: whether somebody else is on call by it is looked at anew. */
export async function putRota(db: Database, { portalId, name, ...values }: RotaToKeep): Promise<Rota> {
  const [row] = await db
    .insert(rota)
    .values({ id: newId(), portalId, name, ...values })
    .onConflictDoUpdate({
      target: [rota.portalId, rota.name],
      set: { ...values, toldUntil: null, updatedAt: sql`now()` },
    })
    .returning();
  if (row === undefined) throw new AppError("invariant", "A rota was neither made nor there");
  return row;
}

/** False when there is none of this name. */
export async function removeRota(db: Database, { portalId, name }: Pick<Rota, "portalId" | "name">): Promise<boolean> {
  const gone = await db
    .delete(rota)
    .where(and(eq(rota.portalId, portalId), eq(rota.name, name)))
    .returning({ id: rota.id });
  return gone.length > 0;
}

/** The rotas of a portal, by name. */
export async function listRotas(db: Database, portalId: string): Promise<Rota[]> {
  return await db.select().from(rota).where(eq(rota.portalId, portalId)).orderBy(asc(rota.name));
}

/** Null for an id that is another portal's, or none. */
export async function readRota(db: Database, { id, portalId }: Pick<Rota, "id" | "portalId">): Promise<Rota | null> {
  const [found] = await db
    .select()
    .from(rota)
    .where(and(eq(rota.id, id), eq(rota.portalId, portalId)));
  return found ?? null;
}

type Stretch = { fromAt: Date; untilAt: Date };

/** Agreed overrides that touch a stretch of time, those agreed to later standing later. */
export const overridesOf = async (
  db: Database,
  rotaIds: readonly string[],
  { from, until }: { from: Date; until: Date },
): Promise<RotaOverride[]> => await touching(db, rotaIds, ["agreed"], { fromAt: from, untilAt: until });

/** Overrides that touch a stretch of time and hold, or may hold yet, those agreed to later standing later. */
export const standingOverrides = async (
  db: Database,
  rotaIds: readonly string[],
  stretch: Stretch,
): Promise<RotaOverride[]> => await touching(db, rotaIds, ["agreed", "offered"], stretch);

async function touching(
  db: Database,
  rotaIds: readonly string[],
  states: RotaOverride["state"][],
  { fromAt, untilAt }: Stretch,
): Promise<RotaOverride[]> {
  if (rotaIds.length === 0) return [];
  return await db
    .select()
    .from(rotaOverride)
    .where(
      and(
        inArray(rotaOverride.rotaId, [...rotaIds]),
        inArray(rotaOverride.state, states),
        gt(rotaOverride.untilAt, fromAt),
        lt(rotaOverride.fromAt, untilAt),
      ),
    )
    // A release before this one notes no moment of the agreement.
    .orderBy(sql`coalesce(${rotaOverride.agreedAt}, ${rotaOverride.createdAt})`, asc(rotaOverride.id));
}

/** Rotas of active portals whose next hand-over is not known or has come, each with the portal's bot of a code. */
export async function dueRotas(
  db: Database,
  { now, botCode, limit }: { now: Date; botCode: string; limit: number },
): Promise<{ rota: Rota; botId: string }[]> {
  return await db
    .select({ rota, botId: bot.id })
    .from(rota)
    .innerJoin(portal, and(eq(portal.id, rota.portalId), eq(portal.state, "active")))
    .innerJoin(bot, and(eq(bot.portalId, rota.portalId), eq(bot.code, botCode), eq(bot.state, "active")))
    .where(or(isNull(rota.toldUntil), lte(rota.toldUntil, now)))
    .orderBy(sql`${rota.toldUntil} nulls first`)
    .limit(limit);
}

/** Notes who was told to be on call, and until when that holds. @param row As it was read. @returns False when somebody else has told since. */
export async function noteTold(
  tx: Transaction,
  { id, toldUntil }: Rota,
  { userIds, until }: { userIds: readonly string[]; until: Date },
): Promise<boolean> {
  const isSame = toldUntil === null ? isNull(rota.toldUntil) : eq(rota.toldUntil, toldUntil);
  const noted = await tx
    .update(rota)
    .set({ toldUntil: until, toldUserIds: userIds })
    .where(and(eq(rota.id, id), isSame))
    .returning({ id: rota.id });
  return noted.length > 0;
}
