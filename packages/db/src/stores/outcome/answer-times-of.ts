import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { idAt } from "../retention/id-at.ts";
import type { OutcomeFilter } from "./containment-of.ts";

export type AnswerTimes = { answers: number; p50Ms: number | null; p95Ms: number | null };

/**
 * How long clients waited for the bot's answers in [from, to): from the portal's time of what they wrote until the portal had
 * the first reply to it. What got no reply, or one that another message of theirs came before, does not count.
 */
export async function answerTimesOf(
  db: Database,
  { portalId, botId, botCode, from, to }: OutcomeFilter,
): Promise<AnswerTimes> {
  const [row] = await db.execute<{ answers: number; p50: number | null; p95: number | null }>(sql`
    select count(*)::int as answers, percentile_cont(0.5) within group (order by ms) as p50,
      percentile_cont(0.95) within group (order by ms) as p95
    from (
      select greatest(0, extract(epoch from effect.settled_at - said.occurred_at) * 1000)::float8 as ms
      from message said
      join conversation talk on talk.id = said.conversation_id
        ${portalId === undefined ? sql`` : sql`and talk.portal_id = ${portalId}::uuid`}
        ${botId === undefined ? sql`` : sql`and talk.bot_id = ${botId}::uuid`}
        ${botCode === undefined ? sql`` : sql`and talk.bot_id in (select id from bot where code = ${botCode})`}
      cross join lateral (
        select author, source_key from message later
        where later.conversation_id = said.conversation_id and later.seq > said.seq and later.author <> 'system'
        order by later.seq limit 1
      ) as next
      join outbox_effect effect on effect.key = next.source_key and effect.status = 'sent'
      -- Ids are in order of time.
      where said.id >= ${idAt(from)}::uuid and said.id < ${idAt(to)}::uuid
        and said.author = 'client' and said.occurred_at is not null and next.author = 'bot'
    ) as waited`);
  return { answers: row?.answers ?? 0, p50Ms: row?.p50 ?? null, p95Ms: row?.p95 ?? null };
}
