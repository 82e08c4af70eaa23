import { AppError } from "@botdeck/core";
import { and, desc, eq, sql } from "drizzle-orm";

import type { Database, Transaction } from "../../client.ts";
import {
  type TrainingChange,
  trainingExample,
  type TrainingRun,
  trainingRun,
  type TrainingScore,
} from "../../schema/index.ts";
import { givenRows } from "../../given-rows.ts";

/** More phrases of people's own than this are taught by nobody by hand; the bot would learn for minutes. */
export const MOST_CHOSEN = 5_000;

/** An assigned phrase, as a bot is taught it. */
export type TaughtPhrase = { text: string; intent: string };

/** What each assigned example of a bot is assigned to now, by its id; of too many one more than `MOST_CHOSEN`. */
export async function assignedOf(db: Database, botCode: string): Promise<Record<string, string>> {
  const rows = await db
    .select({ id: trainingExample.id, intent: trainingExample.intent })
    .from(trainingExample)
    .where(and(eq(trainingExample.botCode, botCode), eq(trainingExample.state, "assigned")))
    .limit(MOST_CHOSEN + 1);
  return Object.fromEntries(rows.flatMap(({ id, intent }) => (intent === null ? [] : [[id, intent]])));
}

/**
 * Asks what would become of a bot with everything that is assigned now. One that is asked for already and not done is the answer.
 *
 * @throws AppError `invalid` when nothing is assigned, or too much.
 */
export async function askForRun(
  tx: Transaction,
  { botCode, by }: { botCode: string; by: { id: string; name: string } },
): Promise<{ id: string; isNew: boolean }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`training:${botCode}`}, 0))`);
  const chosen = await assignedOf(tx, botCode);
  const count = Object.keys(chosen).length;
  if (count === 0) throw new AppError("invalid", "Nothing is assigned yet: say first what some phrases mean.");
  if (count > MOST_CHOSEN) {
    throw new AppError("invalid", `More than ${MOST_CHOSEN} phrases are assigned: skip those that say the same.`);
  }
  const [waiting] = await tx
    .select({ id: trainingRun.id, chosen: trainingRun.chosen })
    .from(trainingRun)
    .where(and(eq(trainingRun.botCode, botCode), sql`state in ('requested', 'running')`));
  if (waiting !== undefined && isSameChoice(waiting.chosen, chosen)) return { id: waiting.id, isNew: false };
  if (waiting !== undefined) {
    // Its answer would be about something that nobody wants to know any more.
    await tx
      .update(trainingRun)
      .set({ state: "failed", problem: "replaced", leaseUntil: null, finishedAt: sql`now()` })
      .where(eq(trainingRun.id, waiting.id));
  }
  const [row] = await tx
    .insert(trainingRun)
    .values({ botCode, chosen, askedById: by.id, askedByName: by.name })
    .returning({ id: trainingRun.id });
  if (row === undefined) throw new AppError("invariant", "The run was not kept.");
  return { id: row.id, isNew: true };
}

export function isSameChoice(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const ids = Object.keys(one);
  return ids.length === Object.keys(other).length && ids.every((id) => one[id] === other[id]);
}

/** The latest run of a bot; null when nobody has asked for one. */
export async function latestRun(db: Database, botCode: string): Promise<TrainingRun | null> {
  const [row] = await db
    .select()
    .from(trainingRun)
    .where(eq(trainingRun.botCode, botCode))
    .orderBy(desc(trainingRun.createdAt), desc(trainingRun.id))
    .limit(1);
  return row ?? null;
}

/** A run that somebody holds. `attempts` is the fencing token. */
export type HeldRun = Pick<TrainingRun, "id" | "attempts">;

/** A run to be done, held for a while by whoever took it; null when there is none. @param leaseMs Of a dead process it is taken over then. */
export async function takeRun(db: Database, leaseMs: number): Promise<TrainingRun | null> {
  const [row] = await db
    .update(trainingRun)
    .set({ state: "running", progress: 0, attempts: sql`${trainingRun.attempts} + 1`, leaseUntil: inMs(leaseMs) })
    .where(
      sql`id = (
        select id from training_run
        where state = 'requested' or (state = 'running' and lease_until < now())
        order by created_at limit 1 for update skip locked
      )`,
    )
    .returning();
  return row ?? null;
}

/** Holds a run on, and says how far it is, from 0 to 1. @returns False for whoever lost it meanwhile. */
export async function renewRun(
  db: Database,
  held: HeldRun,
  { leaseMs, progress }: { leaseMs: number; progress: number },
): Promise<boolean> {
  const rows = await db
    .update(trainingRun)
    .set({ progress, leaseUntil: inMs(leaseMs) })
    .where(isHeld(held))
    .returning({ id: trainingRun.id });
  return rows.length > 0;
}

/** What a run found; or why it could not. Nothing is written by whoever lost it meanwhile. @returns False then. */
export async function finishRun(
  db: Database,
  held: HeldRun,
  found: { before: TrainingScore; after: TrainingScore; changes: readonly TrainingChange[] } | { problem: string },
): Promise<boolean> {
  const rows = await db
    .update(trainingRun)
    .set({ ...found, state: "problem" in found ? "failed" : "done", leaseUntil: null, finishedAt: sql`now()` })
    .where(isHeld(held))
    .returning({ id: trainingRun.id });
  return rows.length > 0;
}

const inMs = (ms: number) => sql`now() + ${ms}::int * interval '1 millisecond'`;

/** Nobody has taken it over, and it was not replaced. */
const isHeld = ({ id, attempts }: HeldRun) =>
  and(eq(trainingRun.id, id), eq(trainingRun.state, "running"), eq(trainingRun.attempts, attempts));

/** The phrases that a run chose; those that were erased since are missing. */
export async function phrasesOf(db: Database, chosen: Readonly<Record<string, string>>): Promise<TaughtPhrase[]> {
  const given = givenRows(Object.entries(chosen), {
    id: ["uuid", ([id]) => id],
    intent: ["text", ([, intent]) => intent],
  });
  const rows = await db.execute<{ text: string; intent: string }>(sql`
    select example.text, chosen.intent from training_example example
    join (select * from ${given}) as chosen on chosen.id = example.id order by example.id`);
  return rows.map(({ text, intent }) => ({ text, intent }));
}
