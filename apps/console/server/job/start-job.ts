import { AppError } from "@botdeck/core";
import {
  type Actor,
  addJob,
  announce,
  type BulkJob,
  countLetters,
  databaseNow,
  type DatabaseHandle,
  findJob,
  firstCursor,
  type LetterFilter,
  type LetterJob,
  noteActs,
} from "@botdeck/db";

import type { StartJob } from "./schemas.ts";

type Asked = {
  kind: LetterJob;
  filter: LetterFilter;
  ids: readonly string[] | null;
  acceptsTwice: boolean;
  ofJobId: string | null;
};
/** Null is for the filter to say. */
type Counted = Asked & { total: number | null };

/**
 * Puts a job down for the worker, with what it is about as it is at this moment.
 *
 * @throws AppError `invalid` when there is nothing to do; `conflict` for a job whose act cannot be taken back.
 */
export async function startJob(db: DatabaseHandle["db"], wish: StartJob, actor: Actor): Promise<BulkJob> {
  const asked = wish.kind === "deadLetter.restore" ? await askedBack(db, wish.ofJobId) : await askedNow(db, wish);
  const { kind, total: known, ...about } = asked;
  const total = known ?? (await countLetters(db, about.filter, null));
  if (total === 0) throw new AppError("invalid", "No dead letter is like that any more.");
  const { reason } = wish;
  const job = await db.transaction(async (tx) => {
    const added = await addJob(tx, {
      kind,
      filter: storedForm(about),
      reason,
      actorId: actor.id,
      actorName: actor.name,
      total,
      cursor: firstCursor({ ids: about.ids === null ? null : [...about.ids] }),
    });
    await noteActs(tx, actor, [
      { action: "job.start", subjectId: added.id, detail: { kind, reason, total, ...storedForm(about) } },
    ]);
    return added;
  });
  await announce(db, "botdeck_desk", ["jobs"]);
  return job;
}

/** Nothing that dies, or dies again, from now on belongs to it. */
async function askedNow(
  db: DatabaseHandle["db"],
  wish: Exclude<StartJob, { kind: "deadLetter.restore" }>,
): Promise<Counted> {
  const now = await databaseNow(db);
  const { filter, ids } = wish.letters;
  const to = filter.to === null || filter.to > now ? now : filter.to;
  const acceptsTwice = wish.kind === "deadLetter.replay" && wish.acceptsTwice;
  const chosen = ids === null ? null : [...new Set(ids)];
  const about = { filter: { ...filter, state: "dead" as const, to }, ids: chosen, acceptsTwice, ofJobId: null };
  return { ...about, kind: wish.kind, total: chosen?.length ?? null };
}

/** What a job has set aside, by when it did so; the worker takes back only what that job's acts name. */
async function askedBack(db: DatabaseHandle["db"], ofJobId: string): Promise<Counted> {
  const job = await findJob(db, ofJobId);
  if (job === null) throw new AppError("not_found", "There is no such job.");
  if (job.kind !== "deadLetter.discard" || job.finishedAt === null || job.done === 0) {
    throw new AppError("conflict", "Only a job that has set letters aside and is over can be taken back.");
  }
  const all = { what: null, kind: null, portalId: null, botId: null, causeId: null };
  const filter = { ...all, state: "discarded" as const, from: job.createdAt, to: await databaseNow(db) };
  return { kind: "deadLetter.restore", filter, ids: null, acceptsTwice: false, ofJobId, total: job.done };
}

/** Instants are texts in JSON. */
function storedForm({ filter, ...rest }: Omit<Asked, "kind">) {
  const { from, to } = filter;
  return { ...rest, filter: { ...filter, from: from?.toISOString() ?? null, to: to?.toISOString() ?? null } };
}
