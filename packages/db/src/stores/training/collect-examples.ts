import { sql } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { trainingExample, type TrainingReason } from "../../schema/index.ts";
import { idAt } from "../retention/id-at.ts";

const CURSOR = "training";
/** Keeps this advisory lock apart from other ones. */
const COLLECT_LOCK = 10;
/** Ids are made by clocks of several processes and become visible in no order: younger messages are left for the next time. */
const SETTLES_MS = 60_000;
/** The first time, what was said so long ago is left alone, in milliseconds: an inbox of years helps nobody. */
const PAST_MS = 30 * 24 * 3_600_000;

/** Words of a person, and what a bot made of them in the dialog engine's form. */
export type SaidWords = {
  messageId: string;
  conversationId: string;
  portalId: string;
  botCode: string;
  personId: string;
  text: string;
  language: string;
  /** Of whoever wrote it, and of whom the conversation is with. */
  names: readonly string[];
  understood: unknown;
  saidAt: Date;
};

/** What of them goes to the inbox. */
export type NewExample = {
  text: string;
  reason: TrainingReason;
  guessedIntent: string | null;
  confidence: number | null;
};

type SaidRow = {
  id: string;
  conversation_id: string;
  portal_id: string;
  code: string;
  person_id: string;
  text: string;
  language: string;
  author_name: string;
  person_name: string;
  understood: unknown;
  said_at: string;
};

/**
 * Goes on through what people wrote to these bots, from where it stopped, and keeps what `pick` makes an example of. One process
 * at a time does it; what is collected and how far it came are one commit.
 *
 * @param options.limit Messages looked at in one transaction, about.
 * @returns How many examples are new, and whether there is more to look at; false also when another process is at it.
 */
export async function collectExamples(
  db: DatabaseHandle["db"],
  { now, limit, botCodes }: { now: Date; limit: number; botCodes: readonly string[] },
  pick: (said: SaidWords) => NewExample | null,
): Promise<{ added: number; hasMore: boolean }> {
  return await db.transaction(async (tx) => {
    const [lock] = await tx.execute<{ locked: boolean }>(
      sql`select pg_try_advisory_xact_lock(${COLLECT_LOCK}::int, 0) as locked`,
    );
    if (lock?.locked !== true) return { added: 0, hasMore: false };
    const from = await cursorOf(tx, now);
    const settled = new Date(now.getTime() - SETTLES_MS);
    const to = await placeAfter(tx, from, settled, limit);
    if (to <= from) return { added: 0, hasMore: false };
    const examples = (await wordsBetween(tx, from, to, botCodes)).flatMap((row) => {
      const said = toWords(row);
      const picked = pick(said);
      const { names: _names, understood: _understood, ...rest } = said;
      return picked === null ? [] : [{ ...rest, ...picked }];
    });
    const kept =
      examples.length === 0
        ? []
        : await tx
            .insert(trainingExample)
            .values(examples)
            .onConflictDoNothing({ target: trainingExample.messageId })
            .returning({ id: trainingExample.id });
    await tx.execute(sql`
      insert into figures_cursor (name, up_to) values (${CURSOR}, ${to.toISOString()}::timestamptz)
      on conflict (name) do update set up_to = excluded.up_to`);
    return { added: kept.length, hasMore: to < settled };
  });
}

async function cursorOf(tx: Transaction, now: Date): Promise<Date> {
  const [row] = await tx.execute<{ ms: number }>(
    sql`select (extract(epoch from up_to) * 1000)::float8 as ms from figures_cursor where name = ${CURSOR}`,
  );
  return new Date(row?.ms ?? now.getTime() - PAST_MS);
}

/** The instant that some messages further an id begins with. */
async function placeAfter(tx: Transaction, from: Date, settled: Date, limit: number): Promise<Date> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from message where id >= ${idAt(from)}::uuid and id < ${idAt(settled)}::uuid
    order by id offset ${limit}::int limit 1`);
  if (row === undefined) return settled;
  const at = Number.parseInt(row.id.replace("-", "").slice(0, 12), 16);
  return new Date(Math.max(at, from.getTime() + 1));
}

async function wordsBetween(tx: Transaction, from: Date, to: Date, botCodes: readonly string[]): Promise<SaidRow[]> {
  const codes = givenRows(botCodes, { code: ["text", (code) => code] });
  return await tx.execute<SaidRow>(sql`
    select said.id, said.conversation_id, talk.portal_id, bot.code, coalesce(said.author_id, talk.person_id) as person_id,
      said.text, talk.language, said.author_name, talk.person_name, said.understood,
      coalesce(said.occurred_at, said.at)::text as said_at
    from message said join conversation talk on talk.id = said.conversation_id join bot on bot.id = talk.bot_id
    where said.id >= ${idAt(from)}::uuid and said.id < ${idAt(to)}::uuid
      and said.author in ('client', 'employee') and said.understood is not null and said.text <> ''
      and bot.code in (select code from ${codes})
    order by said.id`);
}

const toWords = (row: SaidRow): SaidWords => ({
  messageId: row.id,
  conversationId: row.conversation_id,
  portalId: row.portal_id,
  botCode: row.code,
  personId: row.person_id,
  text: row.text,
  language: row.language,
  names: [row.person_name, row.author_name],
  understood: row.understood,
  saidAt: new Date(row.said_at),
});
