import { AppError } from "@botdeck/core";
import { and, eq, inArray, sql } from "drizzle-orm";

import type { Transaction } from "../../client.ts";
import { trainingExample, type TrainingState } from "../../schema/index.ts";

/** What a person says of an example; an intent only of one that is assigned. */
export type ExampleDecision = { id: string; state: TrainingState; intent: string | null };

/**
 * Says what examples of a bot mean, or that they are of no use, or takes that back.
 *
 * @returns What was said of them before, so that it can be undone. Those that are gone are missing.
 */
export async function decideExamples(
  tx: Transaction,
  {
    botCode,
    decisions,
    by,
  }: { botCode: string; decisions: readonly ExampleDecision[]; by: { id: string; name: string } },
): Promise<ExampleDecision[]> {
  const ids = decisions.map(({ id }) => id);
  const { id, state, intent } = trainingExample;
  const before = await tx
    .select({ id, state, intent })
    .from(trainingExample)
    .where(and(inArray(trainingExample.id, ids), eq(trainingExample.botCode, botCode)))
    .orderBy(trainingExample.id)
    .for("update");
  const isThere = new Set(before.map((one) => one.id));
  for (const decision of decisions) {
    if (!isThere.has(decision.id)) continue;
    const decided =
      decision.state === "new"
        ? { decidedById: null, decidedByName: null, decidedAt: null }
        : { decidedById: by.id, decidedByName: by.name, decidedAt: sql`now()` };
    await tx
      .update(trainingExample)
      .set({ state: decision.state, intent: decision.state === "assigned" ? decision.intent : null, ...decided })
      .where(eq(trainingExample.id, decision.id));
  }
  return before;
}

/** Keeps a phrase that somebody has written for an intent. @returns Its id. @throws AppError `conflict` when it is there already. */
export async function addPhrase(
  tx: Transaction,
  {
    botCode,
    text,
    language,
    intent,
    by,
  }: {
    botCode: string;
    text: string;
    language: string;
    intent: string;
    by: { id: string; name: string };
  },
): Promise<string> {
  const [same] = await tx
    .select({ id: trainingExample.id })
    .from(trainingExample)
    .where(
      and(
        eq(trainingExample.botCode, botCode),
        eq(trainingExample.state, "assigned"),
        eq(trainingExample.intent, intent),
        eq(trainingExample.text, text),
      ),
    )
    .limit(1);
  if (same !== undefined) throw new AppError("conflict", "This phrase is assigned to this intent already.");
  const values = {
    botCode,
    text,
    language,
    intent,
    reason: "added" as const,
    state: "assigned" as const,
    decidedById: by.id,
    decidedByName: by.name,
  };
  const [row] = await tx
    .insert(trainingExample)
    .values({ ...values, decidedAt: sql`now()`, saidAt: sql`now()` })
    .returning({ id: trainingExample.id });
  if (row === undefined) throw new AppError("invariant", "The phrase was not kept.");
  return row.id;
}
