import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";

/** A rule that cannot be evaluated is told of so often at most, in minutes. */
const TOLD_EVERY_MINUTES = 60;

/** Holds rules in one order, before some of them are noted as failing and others as recovered: two that do so might wait for one another. */
export async function holdRules(db: Database, portalId: string, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  await db.execute(sql`
    select id from notification_rule where portal_id = ${portalId}::uuid and code in (${listed(codes)})
    order by code collate "C" for update`);
}

/**
 * Notes that a portal's rule could not be evaluated.
 *
 * @returns True when its owner has to be told: it was not for an hour.
 */
export async function noteRuleError(
  db: Database,
  { portalId, code, problem }: { portalId: string; code: string; problem: string },
): Promise<boolean> {
  const rows = await db.execute<{ is_new: boolean }>(sql`
    with before as (
      select id, last_error_at is null or last_error_at < now() - ${TOLD_EVERY_MINUTES} * interval '1 minute' as is_new
      from notification_rule where portal_id = ${portalId}::uuid and code = ${code}
      for update
    )
    update notification_rule set
      last_error = ${problem}, last_error_at = case when before.is_new then now() else last_error_at end
    from before where notification_rule.id = before.id
    returning before.is_new`);
  return rows[0]?.is_new ?? false;
}

/** A rule that could be evaluated again has no error any more. When it was told is kept: it may fail again within the hour. */
export async function clearRuleErrors(db: Database, portalId: string, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  await db.execute(sql`
    update notification_rule set last_error = null
    where portal_id = ${portalId}::uuid and code in (${listed(codes)}) and last_error is not null`);
}

const listed = (codes: readonly string[]) =>
  sql.join(
    codes.map((code) => sql`${code}`),
    sql`, `,
  );
