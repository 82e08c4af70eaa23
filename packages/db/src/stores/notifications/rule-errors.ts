import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";

import type { Database, Transaction } from "../../client.ts";
import { ruleError } from "../../schema/notification.ts";

/** A rule that cannot be evaluated is told of so often at most, in minutes. */
const TOLD_EVERY_MINUTES = 60;

/** Why rules of a portal could not be evaluated the last time, and since when that was told; by code, those that could left out. */
export async function listRuleErrors(
  db: Database,
  portalId: string,
): Promise<ReadonlyMap<string, { problem: string; toldAt: Date }>> {
  const rows = await db
    .select()
    .from(ruleError)
    .where(and(eq(ruleError.portalId, portalId), isNotNull(ruleError.problem)));
  return new Map(rows.flatMap(({ code, problem, toldAt }) => (problem === null ? [] : [[code, { problem, toldAt }]])));
}

/** Holds rules in one order, before some of them are noted as failing and others as recovered: two that do so might wait for one another. */
export async function holdRules(tx: Transaction, portalId: string, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const listed = sql.join(
    codes.map((code) => sql`${code}`),
    sql`, `,
  );
  await tx.execute(sql`
    select pg_advisory_xact_lock(held.key) from (
      select distinct hashtextextended('rule error:' || ${portalId} || ':' || code, 0) as key
      from unnest(array[${listed}]::text[]) as code order by key
    ) held`);
}

/**
 * Notes that a portal's rule could not be evaluated, also one of the code that the portal has no row for.
 *
 * @returns True when its owner has to be told: it was not for an hour.
 */
export async function noteRuleError(
  db: Database,
  { portalId, code, problem }: { portalId: string; code: string; problem: string },
): Promise<boolean> {
  const rows = await db.execute<{ is_new: boolean }>(sql`
    insert into rule_error (portal_id, code, problem, told_at) values (${portalId}::uuid, ${code}, ${problem}, now())
    on conflict (portal_id, code) do update set
      problem = excluded.problem,
      told_at = case when rule_error.told_at < now() - ${TOLD_EVERY_MINUTES} * interval '1 minute'
        then now() else rule_error.told_at end
    returning told_at = now() as is_new`);
  return rows[0]?.is_new ?? false;
}

/** A rule that could be evaluated again has no error any more. When it was told is kept: it may fail again within the hour. */
export async function clearRuleErrors(db: Database, portalId: string, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  await db
    .update(ruleError)
    .set({ problem: null })
    .where(and(eq(ruleError.portalId, portalId), inArray(ruleError.code, [...codes]), isNotNull(ruleError.problem)));
}

/** Forgets what was wrong with a rule that is another one now: its owner is told at once when that fails. */
export async function forgetRuleError(db: Database, portalId: string, code: string): Promise<void> {
  await db.delete(ruleError).where(and(eq(ruleError.portalId, portalId), eq(ruleError.code, code)));
}
