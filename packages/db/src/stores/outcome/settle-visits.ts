import type { Owner } from "@botdeck/core";
import { sql } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { HAS_OPEN_VISIT } from "../../schema/conversation.ts";
import type { OutcomeKind } from "../../schema/outcome.ts";
import { outcomeOfSilence, type Silence, Visit } from "./open-visit.ts";
import { type NewOutcome, recordOutcomes } from "./record-outcomes.ts";
import { timeFirstResponses } from "./time-first-responses.ts";

type Options = Silence & {
  /** Silence is counted until here. */
  now: Date;
  /** Conversations looked at in one short transaction. */
  limit: number;
};

export type SettledVisit = { conversationId: string; visitId: string; kind: OutcomeKind };

/**
 * Decides the visits that ended in silence: presumed solved after an answer, abandoned without one, handed over where people
 * lead by now. A visit that a workflow still works on stays open. Harmless to repeat, and beside turns: a conversation that
 * somebody writes in is left for the next time, and one whose visit was decided is no more looked at.
 */
export async function settleVisits(db: DatabaseHandle["db"], options: Options): Promise<SettledVisit[]> {
  const settled: SettledVisit[] = [];
  for (let after: Place | null = FIRST; after !== null;) {
    const place: Place = after;
    const step = await db.transaction((tx) => settleStep(tx, place, options));
    settled.push(...step.settled);
    after = step.next;
  }
  await timeFirstResponses(db, { now: options.now });
  return settled;
}

/** The last conversation that was looked at, in order of silence. The time as Postgres writes it: ours is less exact. */
type Place = { lastMessageAt: string; id: string };
const FIRST: Place = { lastMessageAt: "-infinity", id: "00000000-0000-0000-0000-000000000000" };

async function settleStep(
  tx: Transaction,
  after: Place,
  { now, limit, ...silence }: Options,
): Promise<{ settled: SettledVisit[]; next: Place | null }> {
  const rows = await readSilent(tx, after, silentSince(silence, now), limit);
  const outcomes = rows.flatMap((row): NewOutcome[] => {
    const visit = Visit.safeParse(row.visit);
    if (row.is_in_work || !visit.success) return [];
    const silent = { conversationId: row.id, owner: row.owner, lastMessageAt: new Date(row.at), visit: visit.data };
    const outcome = outcomeOfSilence(silent, silence, now);
    return outcome === null ? [] : [outcome];
  });
  await recordOutcomes(tx, outcomes);
  await closeVisits(tx, outcomes);
  const last = rows.at(-1);
  return {
    settled: outcomes.map(({ conversationId, visitId, kind }) => ({ conversationId, visitId, kind })),
    next: last === undefined || rows.length < limit ? null : { lastMessageAt: last.at, id: last.id },
  };
}

const silentSince = ({ presumedAfterMs, abandonedAfterMs }: Silence, now: Date) =>
  new Date(now.getTime() - Math.min(presumedAfterMs, abandonedAfterMs));

type SilentRow = { id: string; owner: Owner; at: string; visit: unknown; is_in_work: boolean };

async function readSilent(tx: Transaction, after: Place, since: Date, limit: number): Promise<readonly SilentRow[]> {
  return await tx.execute<SilentRow>(sql`
    select id, owner, last_message_at::text as at, state -> 'visit' as visit, exists (
      select 1 from workflow_ref flow where flow.conversation_id = conversation.id and flow.state <> 'ended'
    ) as is_in_work
    from conversation
    where ${HAS_OPEN_VISIT} and last_message_at < ${since.toISOString()}::timestamptz
      and (last_message_at, id) > (${after.lastMessageAt}::timestamptz, ${after.id}::uuid)
    order by last_message_at, id limit ${limit}::int
    for update skip locked`);
}

async function closeVisits(tx: Transaction, outcomes: readonly NewOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const decided = givenRows(outcomes, {
    id: ["uuid", ({ conversationId }) => conversationId],
    kind: ["text", ({ kind }) => kind],
  });
  await tx.execute(sql`
    update conversation set state = jsonb_set(state, '{visit,outcome}', to_jsonb(given.kind)),
      updated_at = clock_timestamp()
    from ${decided} where conversation.id = given.id`);
}
