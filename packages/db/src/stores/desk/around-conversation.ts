import { and, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import {
  bot,
  conversation,
  type Conversation,
  deliveryAttempt,
  type Outcome,
  outcome,
  outboxEffect,
  type OutboxEffect,
  workflowRef,
  type WorkflowRef,
} from "../../schema/index.ts";

const MOST_OTHERS = 10;
const MOST_VISITS = 10;
const MOST_EFFECTS = 40;
const MOST_WORKFLOWS = 10;
const MOST_RECORDS = 5;

/** Another conversation of the same client. */
export type OtherConversation = Pick<Conversation, "id" | "owner" | "topic" | "lastMessageAt"> & { botName: string };

export type EffectInShort = Pick<
  OutboxEffect,
  "id" | "key" | "kind" | "status" | "attempt" | "lastError" | "runAt" | "createdAt" | "settledAt"
> & {
  /** How each try ended, the first one first. */
  tries: readonly string[];
};

/** What belongs to a conversation beside its messages: what the client did before, what was done for them, and how it went. */
export type AroundConversation = {
  others: OtherConversation[];
  /** Visits that were decided, the latest first. */
  visits: Pick<Outcome, "id" | "kind" | "topic" | "cause" | "beganAt" | "rating">[];
  workflows: Pick<WorkflowRef, "id" | "kind" | "state" | "step" | "outcome" | "createdAt" | "endedAt">[];
  /** The latest first. */
  effects: EffectInShort[];
  /** Ids of what bots wrote down in the CRM: of leads, or of contacts on a portal without leads. The latest first. */
  recordIds: string[];
};

/** Null for a conversation that is not there. */
export async function aroundConversation(db: Database, id: string): Promise<AroundConversation | null> {
  const [talk] = await db
    .select({ portalId: conversation.portalId, personId: conversation.personId })
    .from(conversation)
    .where(eq(conversation.id, id));
  if (talk === undefined) return null;
  const [others, visits, workflows, effects, records] = await Promise.all([
    othersOf(db, id, talk),
    db
      .select({
        id: outcome.id,
        kind: outcome.kind,
        topic: outcome.topic,
        cause: outcome.cause,
        beganAt: outcome.beganAt,
        rating: outcome.rating,
      })
      .from(outcome)
      .where(eq(outcome.conversationId, id))
      .orderBy(desc(outcome.beganAt))
      .limit(MOST_VISITS),
    workflowsOf(db, id),
    effectsOf(db, id),
    recordsOf(db, id),
  ]);
  return { others, visits, workflows, effects, recordIds: [...new Set(records)] };
}

function othersOf(
  db: Database,
  id: string,
  { portalId, personId }: Pick<Conversation, "portalId" | "personId">,
): Promise<OtherConversation[]> {
  const { owner, topic, lastMessageAt } = conversation;
  return db
    .select({ id: conversation.id, owner, topic, lastMessageAt, botName: bot.name })
    .from(conversation)
    .innerJoin(bot, eq(bot.id, conversation.botId))
    .where(and(eq(conversation.portalId, portalId), eq(conversation.personId, personId), ne(conversation.id, id)))
    .orderBy(sql`${conversation.lastMessageAt} desc nulls last`)
    .limit(MOST_OTHERS);
}

function workflowsOf(db: Database, conversationId: string): Promise<AroundConversation["workflows"]> {
  const { id, kind, state, step, outcome: cameOfIt, createdAt, endedAt } = workflowRef;
  return db
    .select({ id, kind, state, step, outcome: cameOfIt, createdAt, endedAt })
    .from(workflowRef)
    .where(eq(workflowRef.conversationId, conversationId))
    .orderBy(desc(workflowRef.createdAt))
    .limit(MOST_WORKFLOWS);
}

async function effectsOf(db: Database, conversationId: string): Promise<EffectInShort[]> {
  const { id, key, kind, status, attempt, lastError, runAt, createdAt, settledAt } = outboxEffect;
  const rows = await db
    .select({ id, key, kind, status, attempt, lastError, runAt, createdAt, settledAt })
    .from(outboxEffect)
    .where(eq(outboxEffect.conversationId, conversationId))
    .orderBy(desc(outboxEffect.seq))
    .limit(MOST_EFFECTS);
  if (rows.length === 0) return [];
  const tries = await db
    .select({ effectId: deliveryAttempt.effectId, outcome: deliveryAttempt.outcome })
    .from(deliveryAttempt)
    .where(
      inArray(
        deliveryAttempt.effectId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(deliveryAttempt.id);
  const byEffect = Map.groupBy(tries, ({ effectId }) => effectId);
  return rows.map((row) => ({ ...row, tries: (byEffect.get(row.id) ?? []).map((one) => one.outcome) }));
}

async function recordsOf(db: Database, conversationId: string): Promise<string[]> {
  const rows = await db
    .select({ externalId: outboxEffect.externalId })
    .from(outboxEffect)
    .where(
      and(
        eq(outboxEffect.conversationId, conversationId),
        eq(outboxEffect.kind, "crm.record"),
        isNotNull(outboxEffect.externalId),
      ),
    )
    .orderBy(desc(outboxEffect.seq))
    .limit(MOST_RECORDS);
  return rows.flatMap(({ externalId }) => externalId ?? []);
}
