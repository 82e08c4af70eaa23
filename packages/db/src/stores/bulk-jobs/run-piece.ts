import { sql } from "drizzle-orm";

import { announce } from "../../channel.ts";
import type { Database, DatabaseHandle, Transaction } from "../../client.ts";
import { type BulkJob, bulkJob, type BulkRefusal } from "../../schema/bulk-job.ts";

/** What is done at most in one transaction. */
export const LETTERS_PER_PIECE = 200;
/** Of those refused, the first are kept by name. */
const REFUSALS_KEPT = 200;

/** What came of one piece of a job. */
export type JobPiece = {
  done: number;
  refused: readonly BulkRefusal[];
  /** Where the next piece begins. */
  cursor: unknown;
  isOver: boolean;
  /** The next piece is not begun before, in milliseconds. */
  pauseMs: number;
  /** Tells whoever listens, after the commit. */
  tell: (db: Database) => Promise<void>;
};

/** Does the next piece of a job of one kind, in the transaction that also notes how far it came. */
export type JobWork = (tx: Transaction, job: BulkJob) => Promise<JobPiece>;
export type JobWorks = Readonly<Record<string, JobWork>>;

/** A piece that could not be done: nothing of it is. */
export class JobPieceError extends Error {
  readonly jobId: string;
  /** How often this piece had failed before. */
  readonly tries: number;
  /** Where the piece begins. */
  readonly cursor: unknown;
  constructor({ id, tries, cursor }: Pick<BulkJob, "id" | "tries" | "cursor">, cause: unknown) {
    super("A piece of a job could not be done", { cause });
    this.jobId = id;
    this.tries = tries;
    this.cursor = cursor;
  }
}

/**
 * Does one piece of whichever job has waited longest. What is changed, how far the job came and its counts are one commit: a
 * process that dies on the way has done nothing, and whoever comes next begins the same piece.
 *
 * @returns False when no job has anything to do now.
 * @throws JobPieceError when the piece failed.
 */
export async function runJobPiece(db: DatabaseHandle["db"], works: JobWorks): Promise<boolean> {
  const piece = await db.transaction(async (tx) => {
    const job = await takeJob(tx, Object.keys(works));
    const work = job === null ? undefined : works[job.kind];
    if (job === null || work === undefined) return null;
    try {
      const done = await work(tx, job);
      await notePiece(tx, job, done);
      return done;
    } catch (error) {
      throw new JobPieceError(job, error);
    }
  });
  if (piece === null) return false;
  await piece.tell(db);
  await announce(db, "botdeck_desk", ["jobs"]);
  return true;
}

async function takeJob(tx: Transaction, kinds: readonly string[]): Promise<BulkJob | null> {
  const [job] = await tx
    .select()
    .from(bulkJob)
    .where(
      sql`state in ('waiting', 'running') and (lease_until is null or lease_until <= now())
        and kind in (${sql.join(
          kinds.map((kind) => sql`${kind}`),
          sql`, `,
        )})`,
    )
    // They take turns: a long one holds no other up.
    .orderBy(sql`lease_until nulls first, created_at`)
    .limit(1)
    .for("update", { skipLocked: true });
  return job ?? null;
}

async function notePiece(tx: Transaction, job: BulkJob, piece: JobPiece): Promise<void> {
  await tx
    .update(bulkJob)
    .set({
      state: piece.isOver ? "done" : "running",
      done: job.done + piece.done,
      refused: job.refused + piece.refused.length,
      refusals: [...job.refusals, ...piece.refused].slice(0, REFUSALS_KEPT),
      cursor: piece.cursor,
      tries: 0,
      problem: null,
      leaseUntil: piece.isOver ? null : sql`now() + ${piece.pauseMs}::int * interval '1 millisecond'`,
      finishedAt: piece.isOver ? sql`now()` : null,
    })
    .where(sql`id = ${job.id}`);
}
