import { and, asc, eq, gt, inArray } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Rota, rota, type RotaOverride, rotaOverride } from "../../schema/rota.ts";

/** The rotas of a portal by name, each with the overrides that are not over at an instant, the earliest first. */
export async function rotasOfPortal(
  db: Database,
  portalId: string,
  now: Date,
): Promise<(Rota & { overrides: RotaOverride[] })[]> {
  const rotas = await db.select().from(rota).where(eq(rota.portalId, portalId)).orderBy(asc(rota.name));
  if (rotas.length === 0) return [];
  const ids = rotas.map(({ id }) => id);
  const overrides = await db
    .select()
    .from(rotaOverride)
    .where(and(inArray(rotaOverride.rotaId, ids), gt(rotaOverride.untilAt, now)))
    .orderBy(asc(rotaOverride.fromAt));
  return rotas.map((one) => ({ ...one, overrides: overrides.filter(({ rotaId }) => rotaId === one.id) }));
}
