import { AppError } from "@botdeck/core";
import { and, desc, eq, sql } from "drizzle-orm";

import type { Database, Transaction } from "../../client.ts";
import { type TrainingSet, trainingRun, trainingSet, trainingSetExample } from "../../schema/index.ts";
import { assignedOf, isSameChoice, type TaughtPhrase } from "./runs.ts";

/** Rows of one statement. */
const ROWS_AT_ONCE = 1_000;

/** One bot at a time: two who publish at once would make two versions of one number. */
const lockSets = (tx: Transaction, botCode: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`training:${botCode}`}, 0))`);

/** The version that is live; 0 where a bot knows no more than its own examples. */
async function liveVersion(tx: Transaction, botCode: string): Promise<number> {
  const [row] = await tx
    .select({ version: trainingSet.version })
    .from(trainingSet)
    .where(and(eq(trainingSet.botCode, botCode), eq(trainingSet.isLive, true)));
  return row?.version ?? 0;
}

const setAside = (tx: Transaction, botCode: string) =>
  tx
    .update(trainingSet)
    .set({ isLive: false })
    .where(and(eq(trainingSet.botCode, botCode), eq(trainingSet.isLive, true)));

/**
 * Teaches a bot what a run has tried: its phrases are the bot's next version, and live.
 *
 * @returns The version that was live before, and the new one.
 * @throws AppError `not_found` for no such run, `conflict` when it is not done, when something else is assigned by now, or when it
 *   was published already.
 */
export async function publishRun(
  tx: Transaction,
  { runId, by }: { runId: string; by: { id: string; name: string } },
): Promise<{ botCode: string; before: number; version: number; phrases: number }> {
  const [run] = await tx.select().from(trainingRun).where(eq(trainingRun.id, runId));
  if (run === undefined) throw new AppError("not_found", "This evaluation is not there, or no longer.");
  const { botCode, chosen } = run;
  await lockSets(tx, botCode);
  if (run.state !== "done") throw new AppError("conflict", "Only what was evaluated can be published.");
  if (!isSameChoice(chosen, await assignedOf(tx, botCode))) {
    throw new AppError("conflict", "Phrases were assigned otherwise since: evaluate again.");
  }
  const [published] = await tx
    .select({ version: trainingSet.version })
    .from(trainingSet)
    .where(eq(trainingSet.runId, runId));
  if (published !== undefined)
    throw new AppError("conflict", `This is published already, as version ${published.version}.`);
  const before = await liveVersion(tx, botCode);
  const [latest] = await tx
    .select({ version: sql<number>`coalesce(max(version), 0)::int` })
    .from(trainingSet)
    .where(eq(trainingSet.botCode, botCode));
  const version = (latest?.version ?? 0) + 1;
  await setAside(tx, botCode);
  const [set] = await tx
    .insert(trainingSet)
    .values({ botCode, version, isLive: true, runId, publishedById: by.id, publishedByName: by.name })
    .returning({ id: trainingSet.id });
  if (set === undefined) throw new AppError("invariant", "The version was not kept.");
  const rows = Object.entries(chosen).map(([exampleId, intent]) => ({ setId: set.id, exampleId, intent }));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await tx.insert(trainingSetExample).values(rows.slice(start, start + ROWS_AT_ONCE));
  }
  return { botCode, before, version, phrases: rows.length };
}

/**
 * Makes an earlier version of a bot live again.
 *
 * @param version 0 for the bot's own examples and nothing else.
 * @returns The version that was live before.
 * @throws AppError `not_found` for a version that is not there, `conflict` for the one that is live.
 */
export async function rollBackTo(
  tx: Transaction,
  { botCode, version }: { botCode: string; version: number },
): Promise<number> {
  await lockSets(tx, botCode);
  const before = await liveVersion(tx, botCode);
  if (before === version) throw new AppError("conflict", "This version is the live one.");
  await setAside(tx, botCode);
  if (version === 0) return before;
  const live = await tx
    .update(trainingSet)
    .set({ isLive: true })
    .where(and(eq(trainingSet.botCode, botCode), eq(trainingSet.version, version)))
    .returning({ id: trainingSet.id });
  if (live.length === 0) throw new AppError("not_found", "This version is not there.");
  return before;
}

/** A version, with how many phrases it has by now: those of people who were erased are gone. */
export type ListedSet = Pick<TrainingSet, "version" | "isLive" | "publishedByName" | "createdAt" | "runId"> & {
  phrases: number;
};

/** The latest versions of a bot, newest first. */
export async function listSets(db: Database, botCode: string, limit: number): Promise<ListedSet[]> {
  const { version, isLive, publishedByName, createdAt, runId } = trainingSet;
  const phrases = sql<number>`(
    select count(*)::int from training_set_example where training_set_example.set_id = training_set.id
  )`;
  return await db
    .select({ version, isLive, publishedByName, createdAt, runId, phrases })
    .from(trainingSet)
    .where(eq(trainingSet.botCode, botCode))
    .orderBy(desc(trainingSet.version))
    .limit(limit);
}

/** What bots were taught beside their own examples, by code; a bot that was taught nothing is missing. */
export async function livePhrases(db: Database): Promise<ReadonlyMap<string, readonly TaughtPhrase[]>> {
  const rows = await db.execute<{ bot_code: string; text: string; intent: string }>(sql`
    select training_set.bot_code, example.text, taught.intent
    from training_set join training_set_example taught on taught.set_id = training_set.id
    join training_example example on example.id = taught.example_id
    where is_live order by example.id`);
  const byCode = Map.groupBy(rows, ({ bot_code }) => bot_code);
  return new Map([...byCode].map(([code, some]) => [code, some.map(({ text, intent }) => ({ text, intent }))]));
}
