import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { TrainingReason, TrainingState } from "../../schema/index.ts";

/** So many of each state are counted: more look the same to whoever has to go through them. */
export const MOST_EXAMPLES_COUNTED = 1_000;

export type ExampleFilter = {
  botCode: string;
  state: TrainingState;
  reason: TrainingReason | null;
  language: string | null;
  portalId: string | null;
};

/** The last one of the page before. `at` is the database's own text, exact to the microsecond. */
export type ExampleCursor = { at: string; id: string };

/** An example as the inbox shows it. */
export type ListedExample = {
  id: string;
  text: string;
  language: string;
  reason: TrainingReason;
  state: TrainingState;
  guessedIntent: string | null;
  confidence: number | null;
  intent: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  saidAt: Date;
  portalDomain: string | null;
  /** Null when it was written by hand, and when its conversation is gone. */
  conversationId: string | null;
  /** The bot knows it by now, as it is assigned. */
  isTaught: boolean;
};

type ExampleRow = {
  id: string;
  text: string;
  language: string;
  reason: TrainingReason;
  state: TrainingState;
  guessed_intent: string | null;
  confidence: number | null;
  intent: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  at: string;
  domain: string | null;
  conversation_id: string | null;
  is_taught: boolean;
};

/** One page of a bot's examples, what was said last first. */
export async function listExamples(
  db: Database,
  { botCode, state, reason, language, portalId }: ExampleFilter,
  { after, limit }: { after: ExampleCursor | null; limit: number },
): Promise<{ rows: ListedExample[]; next: ExampleCursor | null }> {
  const found = await db.execute<ExampleRow>(sql`
    select example.id, example.text, example.language, example.reason, example.state, guessed_intent, confidence, example.intent, decided_by_name,
      example.decided_at::text as decided_at, example.said_at::text as at, portal.domain, talk.id as conversation_id,
      exists (
        select 1 from training_set_example taught join training_set on training_set.id = taught.set_id and is_live
        where taught.example_id = example.id and taught.intent = example.intent
      ) as is_taught
    from (
      select * from training_example
      where bot_code = ${botCode} and state = ${state}
        ${reason === null ? sql`` : sql`and reason = ${reason}`}
        ${language === null ? sql`` : sql`and language = ${language}`}
        ${portalId === null ? sql`` : sql`and portal_id = ${portalId}::uuid`}
        ${after === null ? sql`` : sql`and (said_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by said_at desc, id desc limit ${limit + 1}::int
    ) as example
    left join portal on portal.id = example.portal_id
    left join conversation talk on talk.id = example.conversation_id
    order by example.said_at desc, example.id desc`);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last !== undefined ? { at: last.at, id: last.id } : null;
  return { rows: rows.map(toListed), next };
}

function toListed(row: ExampleRow): ListedExample {
  return {
    id: row.id,
    text: row.text,
    language: row.language,
    reason: row.reason,
    state: row.state,
    guessedIntent: row.guessed_intent,
    confidence: row.confidence,
    intent: row.intent,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
    saidAt: new Date(row.at),
    portalDomain: row.domain,
    conversationId: row.conversation_id,
    isTaught: row.is_taught,
  };
}

/** How many there are of each state, at most `MOST_EXAMPLES_COUNTED`. */
export async function countExamples(db: Database, botCode: string): Promise<Record<TrainingState, number>> {
  const counted = (state: TrainingState) => sql`(
    select count(*)::int from (
      select 1 from training_example where bot_code = ${botCode} and state = ${state} limit ${MOST_EXAMPLES_COUNTED}::int
    ) as counted
  )`;
  const [row] = await db.execute<{ new: number; assigned: number; skipped: number }>(sql`
    select ${counted("new")} as new, ${counted("assigned")} as assigned, ${counted("skipped")} as skipped`);
  return row ?? { new: 0, assigned: 0, skipped: 0 };
}
