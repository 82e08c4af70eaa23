import { type SQL, sql } from "drizzle-orm";

import { causeIdOf } from "../../schema/cause.ts";
import type { LetterFilter, LetterWhat } from "./dead-letter.ts";

/**
 * Both tables as one `select`, with the columns that a letter has wherever it lies.
 *
 * @param end Order and limit of each table: an index gives one table's page, and never that of both together.
 */
export function lettersWhere(condition: SQL, what: LetterWhat | null = null, end: SQL = sql``): SQL {
  const parts = {
    event: sql`
      (select id, 'event' as what, status, kind, portal_id, bot_id, null::uuid as conversation_id, lane, seq,
             null as key, attempts, last_error, received_at as began_at, settled_at
      from inbox_event where ${condition} ${end})`,
    effect: sql`
      (select id, 'effect' as what, status, kind, portal_id, bot_id, conversation_id, lane, seq,
             key, attempt as attempts, last_error, created_at as began_at, settled_at
      from outbox_effect where ${condition} ${end})`,
  } satisfies Record<LetterWhat, SQL>;
  return what === null ? sql`${parts.event} union all ${parts.effect}` : parts[what];
}

/**
 * The letters that have all that the filter names. States are literals, so that the small indexes serve a prepared plan too.
 *
 * @param page Where it begins, and order and limit of each table.
 */
export function selectLetters(filter: LetterFilter, page?: { begin: SQL; end: SQL }): SQL {
  const { state, what, kind, portalId, botId, causeId, from, to } = filter;
  const conditions = [state === "dead" ? sql`status = 'dead'` : sql`status = 'discarded'`];
  if (kind !== null) conditions.push(sql`kind = ${kind}`);
  if (portalId !== null) conditions.push(sql`portal_id = ${portalId}::uuid`);
  if (botId !== null) conditions.push(sql`bot_id = ${botId}::uuid`);
  if (causeId !== null) conditions.push(sql`${causeIdOf("last_error")} = ${causeId}`);
  if (from !== null) conditions.push(sql`settled_at >= ${from.toISOString()}::timestamptz`);
  if (to !== null) conditions.push(sql`settled_at < ${to.toISOString()}::timestamptz`);
  if (page !== undefined) conditions.push(page.begin);
  return lettersWhere(sql.join(conditions, sql` and `), what, page?.end);
}
