import { sql } from "drizzle-orm";
import { z } from "zod";

import type { Transaction } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import type { BulkJob } from "../../schema/bulk-job.ts";
import type { Actor } from "../audit.ts";
import { lockLetters, type RefusedLetter, tellOfLetters } from "../dead-letter/change-letters.ts";
import { LETTER_STATE, LETTER_WHAT } from "../dead-letter/dead-letter.ts";
import { discardInTransaction, type MovedLetter, restoreInTransaction } from "../dead-letter/discard-letters.ts";
import { listDeadLetters } from "../dead-letter/list-dead-letters.ts";
import { REPLAY_PAUSE_MS, replayInTransaction } from "../dead-letter/replay-letters.ts";
import { type JobPiece, type JobWork, LETTERS_PER_PIECE } from "./run-piece.ts";

const Instant = z.iso.datetime({ offset: true }).pipe(z.coerce.date());

/** Which letters a job is about, as it is kept with the job. */
export const LettersOfJob = z.object({
  filter: z.object({
    state: z.enum(LETTER_STATE),
    what: z.enum(LETTER_WHAT).nullable(),
    kind: z.string().nullable(),
    portalId: z.uuid().nullable(),
    botId: z.uuid().nullable(),
    causeId: z.string().nullable(),
    from: Instant.nullable(),
    /** Nothing that dies, or dies again, after the job was asked for belongs to it. */
    to: Instant.nullable(),
  }),
  /** Those that were chosen one by one; null for all that the filter finds. */
  ids: z.array(z.uuid()).nullable(),
  /** That some may happen a second time was read and accepted. */
  acceptsTwice: z.boolean(),
  /** Only what this job has set aside. */
  ofJobId: z.uuid().nullable(),
});
export type LettersOfJob = z.infer<typeof LettersOfJob>;

/** How far a job came. */
const Cursor = z.object({
  /** The last letter that was read. */
  after: z.object({ at: z.string(), id: z.uuid() }).nullable(),
  /** Read, and not done yet: their portal has had its share for now. */
  held: z.array(z.uuid()),
  isRead: z.boolean(),
});
type Cursor = z.infer<typeof Cursor>;

/** Where a job about letters begins. */
export const firstCursor = ({ ids }: Pick<LettersOfJob, "ids">): Cursor => ({
  after: null,
  held: ids ?? [],
  isRead: ids !== null,
});

/** What can be done with letters by the job. */
export type LetterJob = "deadLetter.replay" | "deadLetter.discard" | "deadLetter.restore";

/** How the worker does each of them. */
export const LETTER_WORKS: Readonly<Record<LetterJob, JobWork>> = {
  "deadLetter.replay": async (tx, job) => {
    const asked = LettersOfJob.parse(job.filter);
    const { ids, rest, cursor } = await nextLetters(tx, asked, Cursor.parse(job.cursor));
    const letters = ids.map((id) => ({ id, seen: null, acceptsTwice: asked.acceptsTwice }));
    const { now, later, refused } = await replayInTransaction(tx, { letters, ...byJob(job) });
    const isLater = new Set(later.map(({ id }) => id));
    const held = [...ids.filter((id) => isLater.has(id)), ...rest];
    const pauseMs = now.length > 0 ? REPLAY_PAUSE_MS : 0;
    return pieceOf({ changed: now, refused, cursor: { ...cursor, held }, pauseMs });
  },

  "deadLetter.discard": async (tx, job) => {
    const { ids, rest, cursor } = await nextLetters(tx, LettersOfJob.parse(job.filter), Cursor.parse(job.cursor));
    const { moved, refused } = await discardInTransaction(tx, { ids, reason: job.reason, ...byJob(job) });
    return pieceOf({ changed: moved, refused, cursor: { ...cursor, held: rest }, pauseMs: 0 });
  },

  "deadLetter.restore": async (tx, job) => {
    const asked = LettersOfJob.parse(job.filter);
    const next = await nextLetters(tx, asked, Cursor.parse(job.cursor));
    // First held, so that nobody sets one aside anew after it was looked up.
    await lockLetters(tx, next.ids);
    const ids = asked.ofJobId === null ? next.ids : await discardedBy(tx, next.ids, asked.ofJobId);
    const { moved, refused } = await restoreInTransaction(tx, { ids, ...byJob(job) });
    return pieceOf({ changed: moved, refused, cursor: { ...next.cursor, held: next.rest }, pauseMs: 0 });
  },
};

/** Letters that are due now, those of the chosen that come later, and how far the table was read. */
async function nextLetters(
  tx: Transaction,
  { filter }: LettersOfJob,
  cursor: Cursor,
): Promise<{ ids: string[]; rest: string[]; cursor: Cursor }> {
  const held = cursor.held.slice(0, LETTERS_PER_PIECE);
  const rest = cursor.held.slice(LETTERS_PER_PIECE);
  const room = LETTERS_PER_PIECE - held.length;
  if (cursor.isRead || room === 0) return { ids: held, rest, cursor };
  const { rows, next } = await listDeadLetters(tx, filter, {
    order: "oldest",
    after: cursor.after,
    limit: room,
  });
  const after = next ?? cursor.after;
  return { ids: [...held, ...rows.map(({ id }) => id)], rest, cursor: { after, held: [], isRead: next === null } };
}

function byJob({ id, actorId, actorName, reason }: BulkJob): { actor: Actor; detail: Record<string, unknown> } {
  return { actor: { id: actorId, name: actorName }, detail: { jobId: id, reason } };
}

type Done = {
  changed: readonly MovedLetter[];
  refused: readonly RefusedLetter[];
  cursor: Cursor;
  pauseMs: number;
};

function pieceOf({ changed, refused, cursor, pauseMs }: Done): JobPiece {
  return {
    done: changed.length,
    refused: refused.map(({ id, why }) => ({ id, reason: why })),
    cursor,
    isOver: cursor.isRead && cursor.held.length === 0,
    pauseMs,
    tell: (db) => tellOfLetters(db, changed),
  };
}

/**
 * Those of the letters that this job set aside, and that nobody has touched since: what was taken back or let go and then set aside
 * again, by hand or by another job, belongs to whoever did that.
 */
async function discardedBy(tx: Transaction, ids: readonly string[], jobId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select given.id from ${givenRows(ids, { id: ["uuid", (id) => id] })}
    where ${jobId} = (
      select act.detail ->> 'jobId' from audit_log act
      where act.subject_id = given.id::text and act.action = 'deadLetter.discard' order by act.at desc, act.id desc limit 1
    )
    order by given.place`);
  return rows.map(({ id }) => id);
}
