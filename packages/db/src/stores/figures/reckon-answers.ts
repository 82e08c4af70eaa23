import { sql } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { idAt } from "../retention/id-at.ts";
import { countedTime } from "./counted-times.ts";
import { isAlone } from "./reckon-alone.ts";

const CURSOR = "answers";
/** Ids are made by clocks of several processes and become visible in no order: younger messages are left for the next time. */
const SETTLES_MS = 60_000;
/** A reply that has not left after so long is not waited for. */
const PATIENCE_MS = 3_600_000;

export type ReckonedAnswers = {
  isChanged: boolean;
  /** False also when another process is at it. */
  hasMore: boolean;
};
const NOTHING: ReckonedAnswers = { isChanged: false, hasMore: false };

/**
 * Goes on adding up how long clients waited for the bot's answers, as `answerTimesOf` defines it, from where it stopped. It
 * stops before a reply that is still on its way, for an hour.
 *
 * @param limit Messages looked at in one transaction, about.
 */
export async function reckonAnswers(
  db: DatabaseHandle["db"],
  { now, limit }: { now: Date; limit: number },
): Promise<ReckonedAnswers> {
  return await db.transaction(async (tx) => {
    if (!(await isAlone(tx))) return NOTHING;
    const from = await cursorOf(tx);
    const settled = new Date(now.getTime() - SETTLES_MS);
    const aimed = await placeAfter(tx, from, settled, limit);
    if (aimed <= from) return NOTHING;
    const pending = await firstPending(tx, from, aimed, now);
    const to = pending ?? aimed;
    if (to <= from) return NOTHING;
    const isChanged = await addAnswers(tx, from, to);
    await tx.execute(sql`
      insert into figures_cursor (name, up_to) values (${CURSOR}, ${to.toISOString()}::timestamptz)
      on conflict (name) do update set up_to = excluded.up_to`);
    return { isChanged, hasMore: pending === null && to < settled };
  });
}

async function cursorOf(tx: Transaction): Promise<Date> {
  const [row] = await tx.execute<{ ms: number }>(
    sql`select (extract(epoch from up_to) * 1000)::float8 as ms from figures_cursor where name = ${CURSOR}`,
  );
  return new Date(row?.ms ?? 0);
}

/** The instant that some messages further an id begins with. */
async function placeAfter(tx: Transaction, from: Date, settled: Date, limit: number): Promise<Date> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from message where id >= ${idAt(from)}::uuid and id < ${idAt(settled)}::uuid
    order by id offset ${limit}::int limit 1`);
  if (row === undefined) return settled;
  return new Date(Math.max(instantIn(row.id).getTime(), from.getTime() + 1));
}

/** Where the first reply lies that may still leave; null when there is none. */
async function firstPending(tx: Transaction, from: Date, to: Date, now: Date): Promise<Date | null> {
  const young = new Date(Math.max(from.getTime(), now.getTime() - PATIENCE_MS));
  if (young >= to) return null;
  const [row] = await tx.execute<{ id: string }>(sql`
    select reply.id from message reply join outbox_effect effect on effect.key = reply.source_key
    where reply.id >= ${idAt(young)}::uuid and reply.id < ${idAt(to)}::uuid and reply.author = 'bot'
      and effect.status in ('ready', 'sending', 'uncertain')
    order by reply.id limit 1`);
  return row === undefined ? null : instantIn(row.id);
}

async function addAnswers(tx: Transaction, from: Date, to: Date): Promise<boolean> {
  const days = await tx.execute(sql`
    with added as materialized (
      select portal_id, bot_id, day, merge_times(array_agg(${countedTime(sql`ms`)})) as answers
      from (
        select talk.portal_id, talk.bot_id, (said.at at time zone zone.name)::date as day,
          least(2147483647, greatest(0, extract(epoch from effect.settled_at - said.occurred_at) * 1000))::int as ms
        from message reply
        join outbox_effect effect on effect.key = reply.source_key and effect.status = 'sent'
        -- A reply answers what stands before it, if a client said that.
        cross join lateral (
          select author, at, occurred_at from message earlier
          where earlier.conversation_id = reply.conversation_id and earlier.seq < reply.seq and earlier.author <> 'system'
          order by earlier.seq desc limit 1
        ) as said
        join conversation talk on talk.id = reply.conversation_id
        join (select id, portal_zone(desk) as name from portal offset 0) as zone on zone.id = talk.portal_id
        where reply.id >= ${idAt(from)}::uuid and reply.id < ${idAt(to)}::uuid and reply.author = 'bot'
          and said.author = 'client' and said.occurred_at is not null
      ) as waited
      group by portal_id, bot_id, day
    ), months as (
      insert into answer_month as known (portal_id, bot_id, month, answers)
      select portal_id, bot_id, date_trunc('month', day)::date, times_of(answers) from added group by 1, 2, 3
      on conflict (portal_id, bot_id, month) do update set answers = merge_times(known.answers || excluded.answers)
    )
    insert into answer_day as known (portal_id, bot_id, day, answers) select portal_id, bot_id, day, answers from added
    on conflict (portal_id, bot_id, day) do update set answers = merge_times(known.answers || excluded.answers)
    returning 1`);
  return days.length > 0;
}

/** The instant in an id (UUIDv7). */
const instantIn = (id: string) => new Date(Number.parseInt(id.replace("-", "").slice(0, 12), 16));
