import { and, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { type BulkJob, bulkJob } from "../../schema/bulk-job.ts";

export type NewBulkJob = Pick<BulkJob, "kind" | "filter" | "reason" | "actorId" | "actorName" | "total" | "cursor">;

/** Puts a job down; the worker begins it within seconds. */
export async function addJob(db: Database, job: NewBulkJob): Promise<BulkJob> {
  const [added] = await db.insert(bulkJob).values(job).returning();
  if (added === undefined) throw new TypeError("an insert without a row");
  return added;
}

/** Ends a job after the piece that is under way. Null when it is over, or not there. */
export async function stopJob(db: Database, id: string): Promise<BulkJob | null> {
  const [stopped] = await db
    .update(bulkJob)
    .set({ state: "stopped", finishedAt: sql`now()`, leaseUntil: null, problem: null })
    .where(and(eq(bulkJob.id, id), inArray(bulkJob.state, ["waiting", "running"])))
    .returning();
  return stopped ?? null;
}

/** The try that failed: how often its piece had failed before, and where that begins. */
type FailedTry = Pick<BulkJob, "tries" | "cursor">;

/**
 * Lets a job try its next piece once more, later: meanwhile other jobs go on, and it can be stopped. Nothing happens where another
 * process has tried it since, or has brought the job on.
 *
 * @param again.problem Why, for a person.
 */
export async function postponeJob(
  db: Database,
  id: string,
  { waitMs, problem, ...seen }: FailedTry & { waitMs: number; problem: string },
): Promise<void> {
  await db
    .update(bulkJob)
    .set({ tries: seen.tries + 1, problem, leaseUntil: sql`now() + ${waitMs}::int * interval '1 millisecond'` })
    .where(isStillAt(id, seen));
}

/**
 * Ends a job that cannot go on. Nothing happens where another process has tried it since, or has brought it on.
 *
 * @param failed.problem Why, for a person.
 */
export async function failJob(
  db: Database,
  id: string,
  { problem, ...seen }: FailedTry & { problem: string },
): Promise<void> {
  await db
    .update(bulkJob)
    .set({ state: "failed", problem, finishedAt: sql`now()`, leaseUntil: null })
    .where(isStillAt(id, seen));
}

function isStillAt(id: string, { tries, cursor }: FailedTry): SQL | undefined {
  const given = cursor === null ? null : JSON.stringify(cursor);
  return and(
    eq(bulkJob.id, id),
    eq(bulkJob.tries, tries),
    sql`${bulkJob.cursor} is not distinct from ${given}::jsonb`,
    inArray(bulkJob.state, ["waiting", "running"]),
  );
}

export async function findJob(db: Database, id: string): Promise<BulkJob | null> {
  const [found] = await db.select().from(bulkJob).where(eq(bulkJob.id, id));
  return found ?? null;
}

/** Those of the jobs whose act was taken back by another, or is being so. */
export async function takenBackJobs(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.execute<{ id: string }>(sql`
    select distinct filter ->> 'ofJobId' as id from bulk_job
    where kind = 'deadLetter.restore' and filter ->> 'ofJobId' in (select id from ${givenRows(ids, { id: ["text", (id) => id] })})`);
  return new Set(rows.map(({ id }) => id));
}

/** Jobs, the newest first. `next` is the id to go on after. */
export async function listJobs(
  db: Database,
  page: { after: string | null; limit: number },
): Promise<{ rows: BulkJob[]; next: string | null }> {
  const found = await db
    .select()
    .from(bulkJob)
    .where(page.after === null ? undefined : lt(bulkJob.id, page.after))
    // Ids are in order of time.
    .orderBy(desc(bulkJob.id))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  return { rows, next: found.length > page.limit ? (rows.at(-1)?.id ?? null) : null };
}
