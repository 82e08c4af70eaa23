import { newId } from "@botdeck/core/ids";
import { type SQL, sql } from "drizzle-orm";

import type { Transaction } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { OUTCOME_KIND, type Outcome, type OutcomeKind } from "../../schema/outcome.ts";
import { markRecontacts } from "./mark-recontacts.ts";
import { LOW_RATING } from "./rating-bounds.ts";
import { timeFirstResponses } from "./time-first-responses.ts";

/** What is known of a visit beside its outcome. Portal, bot, client and language are those of its conversation. */
export type VisitFacts = Pick<
  Outcome,
  "conversationId" | "visitId" | "intent" | "topic" | "dialog" | "dialogVersion" | "answers"
> & {
  /** The portal's time of the client's first message, the same instant as that message's `occurredAt`. */
  beganAt: Date;
  /** The last words of the visit: from here on a re-contact is counted. */
  endedAt: Date;
  lineId?: string | null;
  /** The step of its dialog where it stands. */
  step?: string | null;
};

/** What came of a visit. */
export type NewOutcome = VisitFacts & {
  kind: OutcomeKind;
  /** Why, see `outcome.cause`. */
  cause: string;
  /** Who has it now, as in `conversation.owner`. */
  handedTo?: string | null;
  decidedAt: Date;
};

/**
 * Writes down what came of visits: one outcome each, where a stronger word takes the place of a weaker one (see
 * `OUTCOME_KIND`) and the same word again changes nothing. A visit that follows another of the same client about
 * the same topic within seven days is marked as a re-contact, and the earlier one as come back.
 *
 * @returns The visits whose outcome this is now.
 */
export async function recordOutcomes(tx: Transaction, outcomes: readonly NewOutcome[]): Promise<string[]> {
  if (outcomes.length === 0) return [];
  const rows = await tx.execute<{ visit_id: string }>(sql`
    insert into outcome as known (
      id, portal_id, bot_id, conversation_id, visit_id, line_id, person_id, language, kind, cause, handed_to,
      intent, topic, dialog, dialog_version, step, answers, began_at, ended_at, decided_at
    )
    select given.id, talk.portal_id, talk.bot_id, talk.id, visit_id, given.line_id, talk.person_id, talk.language, kind, cause, handed_to,
      intent, given.topic, dialog, dialog_version, step, answers, began_at, ended_at, decided_at
    from ${givenRows(strongestOfEach(outcomes), COLUMNS)} join conversation talk on talk.id = given.conversation_id
    order by visit_id
    -- Whoever erases the conversation waits until this is written, and empties it too.
    for key share of talk
    on conflict (visit_id) do update set
      kind = excluded.kind, cause = excluded.cause, handed_to = excluded.handed_to, intent = excluded.intent,
      topic = excluded.topic, dialog = excluded.dialog, dialog_version = excluded.dialog_version, step = excluded.step,
      answers = excluded.answers, ended_at = excluded.ended_at, decided_at = excluded.decided_at
    where ${strengthOf(sql`excluded.kind`)} > ${strengthOf(sql`known.kind`)}
      -- Nobody presumes against the client's own word.
      and (excluded.kind <> 'solved_presumed' or known.rating is null or known.rating > ${LOW_RATING}::int)
    returning visit_id`);
  const visitIds = rows.map(({ visit_id }) => visit_id);
  await markRecontacts(tx, visitIds);
  await timeFirstResponses(tx, visitIds);
  return visitIds;
}

/** The same for one visit. @returns False when a word as strong was there before. */
export async function recordOutcome(tx: Transaction, outcome: NewOutcome): Promise<boolean> {
  return (await recordOutcomes(tx, [outcome])).length > 0;
}

const COLUMNS = {
  id: ["uuid", () => newId()],
  conversation_id: ["uuid", ({ conversationId }: NewOutcome) => conversationId],
  visit_id: ["uuid", ({ visitId }: NewOutcome) => visitId],
  line_id: ["text", ({ lineId }: NewOutcome) => lineId ?? null],
  kind: ["text", ({ kind }: NewOutcome) => kind],
  cause: ["text", ({ cause }: NewOutcome) => cause],
  handed_to: ["text", ({ handedTo }: NewOutcome) => handedTo ?? null],
  intent: ["text", ({ intent }: NewOutcome) => intent],
  topic: ["text", ({ topic }: NewOutcome) => topic],
  dialog: ["text", ({ dialog }: NewOutcome) => dialog],
  dialog_version: ["int", ({ dialogVersion }: NewOutcome) => dialogVersion],
  step: ["text", ({ step }: NewOutcome) => step ?? null],
  answers: ["int", ({ answers }: NewOutcome) => answers],
  began_at: ["timestamptz", ({ beganAt }: NewOutcome) => beganAt.toISOString()],
  ended_at: ["timestamptz", ({ endedAt }: NewOutcome) => endedAt.toISOString()],
  decided_at: ["timestamptz", ({ decidedAt }: NewOutcome) => decidedAt.toISOString()],
} as const;

const KINDS = sql.raw(`array[${OUTCOME_KIND.map((kind) => `'${kind}'`).join(", ")}]`);
const strengthOf = (kind: SQL) => sql`array_position(${KINDS}, ${kind})`;
const rank = (kind: OutcomeKind) => OUTCOME_KIND.indexOf(kind);

/** One statement cannot change a row twice. */
function strongestOfEach(outcomes: readonly NewOutcome[]): NewOutcome[] {
  const strongest = new Map<string, NewOutcome>();
  for (const outcome of outcomes) {
    const known = strongest.get(outcome.visitId);
    if (known === undefined || rank(outcome.kind) > rank(known.kind)) strongest.set(outcome.visitId, outcome);
  }
  return [...strongest.values()];
}
