import { type SQL, sql } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { type Actor, noteActs } from "../audit.ts";
import { recountHoursOf } from "../intake/count-intake.ts";
import { lockLetters, type RefusedLetter, tellOfLetters } from "./change-letters.ts";
import type { LetterState, LetterWhat } from "./dead-letter.ts";

/** Letters that were changed, and those that were left as they are. */
export type LettersChanged = { changed: string[]; refused: RefusedLetter[] };

type Changed = {
  id: string;
  what: LetterWhat;
  kind: string;
  portal_id: string;
  conversation_id: string | null;
  died_at: string | null;
};

/**
 * Sets dead letters aside: they are not shown among those that wait, and go by their age. It can be undone until then.
 *
 * @param request.reason In the words of whoever does it; kept with the act.
 */
export async function discardLetters(
  db: DatabaseHandle["db"],
  request: { ids: readonly string[]; reason: string; actor: Actor },
): Promise<LettersChanged> {
  return moveLetters(db, { ...request, from: "dead", to: "discarded", action: "deadLetter.discard" });
}

/** Takes discarded letters back among those that wait for a person, with the time at which they died. */
export async function restoreLetters(
  db: DatabaseHandle["db"],
  request: { ids: readonly string[]; actor: Actor },
): Promise<LettersChanged> {
  return moveLetters(db, { ...request, from: "discarded", to: "dead", action: "deadLetter.restore" });
}

type Move = {
  ids: readonly string[];
  actor: Actor;
  from: LetterState;
  to: LetterState;
  action: string;
  reason?: string;
  /** Facts that go into each act beside its own, such as the job that it belongs to. */
  detail?: Readonly<Record<string, unknown>>;
};

/** A letter that was set aside or taken back. */
export type MovedLetter = { id: string; what: LetterWhat; conversationId: string | null };

/** `discardLetters` as a part of a larger act: the caller tells of them after its commit. */
export const discardInTransaction = (tx: Transaction, asked: Pick<Move, "ids" | "actor" | "reason" | "detail">) =>
  moveInTransaction(tx, { ...asked, from: "dead", to: "discarded", action: "deadLetter.discard" });

/** `restoreLetters` as a part of a larger act: the caller tells of them after its commit. */
export const restoreInTransaction = (tx: Transaction, asked: Pick<Move, "ids" | "actor" | "detail">) =>
  moveInTransaction(tx, { ...asked, from: "discarded", to: "dead", action: "deadLetter.restore" });

async function moveLetters(db: DatabaseHandle["db"], move: Move): Promise<LettersChanged> {
  const { moved, refused } = await db.transaction((tx) => moveInTransaction(tx, move));
  await tellOfLetters(db, moved);
  return { changed: moved.map(({ id }) => id), refused };
}

async function moveInTransaction(
  tx: Transaction,
  move: Move,
): Promise<{ moved: MovedLetter[]; refused: RefusedLetter[] }> {
  const ids = [...new Set(move.ids)];
  await lockLetters(tx, ids);
  const events = await changeStatus(tx, "event", ids, move);
  const effects = await changeStatus(tx, "effect", ids, move);
  if (events.length > 0) {
    await recountHoursOf(
      tx,
      events.map(({ id }) => id),
    );
  }
  const rows = [...events, ...effects];
  await noteActs(
    tx,
    move.actor,
    rows.map(({ id, what, kind, portal_id, died_at }) => ({
      action: move.action,
      subjectId: id,
      detail: {
        what,
        kind,
        portalId: portal_id,
        diedAt: died_at,
        ...(move.reason && { reason: move.reason }),
        ...move.detail,
      },
    })),
  );
  const isMoved = new Set(rows.map(({ id }) => id));
  const reason = `It is not ${move.from}, or not any more`;
  return {
    moved: rows.map(({ id, what, conversation_id }) => ({ id, what, conversationId: conversation_id })),
    refused: ids
      .filter((id) => !isMoved.has(id))
      .map((id) => ({ id, code: "conflict" as const, why: "moved" as const, reason })),
  };
}

async function changeStatus(
  tx: Transaction,
  what: LetterWhat,
  ids: readonly string[],
  { from, to }: Pick<Move, "from" | "to">,
): Promise<Changed[]> {
  const table = what === "event" ? sql`inbox_event` : sql`outbox_effect`;
  const conversationId = what === "event" ? sql`null::uuid` : sql`letter.conversation_id`;
  return tx.execute<Changed>(sql`
    with before as (
      select letter.id, letter.settled_at, ${conversationId} as conversation_id
      from ${table} letter
      where letter.id in (select id from ${givenRows(ids, { id: ["uuid", (id) => id] })}) and status = ${from}
    )
    update ${table} letter set status = ${to}, settled_at = ${to === "discarded" ? sql`now()` : diedAt()}
    from before where letter.id = before.id
    returning letter.id, ${what} as what, letter.kind, letter.portal_id, before.conversation_id,
              case when ${to} = 'discarded' then before.settled_at else letter.settled_at end::text as died_at`);
}

/** The act that discarded a letter says when it had died; its own time is that of the act. */
const diedAt = (): SQL => sql`coalesce((
  select (act.detail ->> 'diedAt')::timestamptz from audit_log act
  where act.subject_id = letter.id::text and act.action = 'deadLetter.discard' order by act.id desc limit 1
), letter.settled_at)`;
