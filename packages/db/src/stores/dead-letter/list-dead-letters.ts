import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { causeIdOf } from "../../schema/cause.ts";
import type { DeadLetter, LetterFilter, LetterState, LetterWhat } from "./dead-letter.ts";
import { lettersWhere, selectLetters } from "./select-letters.ts";

/** A place in the list: the last letter of the page before. `at` is the database's own text, exact to the microsecond. */
export type LetterCursor = { at: string; id: string };

export type LetterPage = {
  order: "newest" | "oldest";
  after: LetterCursor | null;
  limit: number;
};

export type LetterRow = {
  id: string;
  what: LetterWhat;
  status: LetterState;
  kind: string;
  portal_id: string;
  domain: string | null;
  bot_id: string | null;
  bot_name: string | null;
  conversation_id: string | null;
  lane: string;
  seq: string;
  /** Of an effect. */
  key: string | null;
  attempts: number;
  last_error: string | null;
  cause_id: string;
  began_at: string;
  settled_at: string;
};

/** One page of letters, by the time at which they died. */
export async function listDeadLetters(
  db: Database,
  filter: LetterFilter,
  { order, after, limit }: LetterPage,
): Promise<{ rows: DeadLetter[]; next: LetterCursor | null }> {
  const direction = order === "newest" ? sql`desc` : sql`asc`;
  const end = sql`order by settled_at ${direction}, id ${direction} limit ${limit + 1}::int`;
  const letters = selectLetters(filter, { begin: isAfter(order, after), end });
  const found = await db.execute<LetterRow>(sql`
    ${letterRows(sql`select * from (${letters}) as letter ${end}`)}
    order by letter.settled_at ${direction}, letter.id ${direction}`);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last !== undefined ? { at: last.settled_at, id: last.id } : null;
  return { rows: rows.map(toLetter), next };
}

/** Letters by their ids, in no order; an id that is none's is missing. */
export async function lettersByIds(db: Database, ids: readonly string[]): Promise<DeadLetter[]> {
  if (ids.length === 0) return [];
  const given = givenRows(ids, { id: ["uuid", (id) => id] });
  const isAsked = sql`status in ('dead', 'discarded') and id in (select id from ${given})`;
  const rows = await db.execute<LetterRow>(letterRows(lettersWhere(isAsked)));
  return rows.map(toLetter);
}

/** What comes before the dialog's id in the lane of a bot's events: the bot's id and a colon. */
const BOT_ID_CHARACTERS = 37;

/** Letters of one page with the names that a person knows their portal and bot by, and with the conversation they belong to. */
export const letterRows = (letters: SQL): SQL => sql`
  select letter.id, letter.what, letter.status, letter.kind, letter.portal_id, portal.domain, letter.bot_id,
         bot.name as bot_name, coalesce(letter.conversation_id, talk.id) as conversation_id, letter.lane, letter.seq,
         letter.key, letter.attempts, letter.last_error, ${causeIdOf("letter.last_error")} as cause_id, letter.began_at,
         letter.settled_at::text as settled_at
  from (${letters}) as letter
  left join portal on portal.id = letter.portal_id
  left join bot on bot.id = letter.bot_id
  left join conversation talk on letter.what = 'event' and talk.bot_id = letter.bot_id
    and talk.dialog_id = substr(letter.lane, ${BOT_ID_CHARACTERS + 1}::int)`;

export function toLetter(row: LetterRow): DeadLetter {
  const { id, what, kind, attempts } = row;
  return {
    id,
    what,
    kind,
    attempts,
    state: row.status,
    portalId: row.portal_id,
    portalDomain: row.domain,
    botId: row.bot_id,
    botName: row.bot_name,
    conversationId: row.conversation_id,
    reason: row.last_error,
    causeId: row.cause_id,
    beganAt: new Date(row.began_at),
    settledAt: new Date(row.settled_at),
  };
}

function isAfter(order: LetterPage["order"], after: LetterCursor | null): SQL {
  if (after === null) return sql`true`;
  const place = sql`(${after.at}::timestamptz, ${after.id}::uuid)`;
  return order === "newest" ? sql`(settled_at, id) < ${place}` : sql`(settled_at, id) > ${place}`;
}
