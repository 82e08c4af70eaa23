import { and, asc, eq, inArray, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import {
  conversation,
  type Conversation,
  deliveryAttempt,
  inboxEvent,
  type InboxEvent,
  message,
  type Message,
  outboxEffect,
  type OutboxEffect,
  workflowRef,
} from "../../schema/index.ts";

/** Effects of one event that are looked for; no event decides on more. */
const EFFECTS_OF_EVENT = 200;
/** Effects of workflows shown at most, the newest. */
const EFFECTS_OF_WORKFLOWS = 200;

/** What was tried for an effect, and each look that was made to settle a doubt. */
export type ChainAttempt = Omit<typeof deliveryAttempt.$inferSelect, "id" | "effectId">;

export type ChainEffect = Pick<
  OutboxEffect,
  "id" | "key" | "kind" | "status" | "attempt" | "externalId" | "lastError" | "createdAt" | "settledAt"
> & {
  /** The workflow whose step it is; null for what the event itself decided. */
  workflowId: string | null;
  attempts: ChainAttempt[];
};

/** One thing that happened and all that came of it. What is not kept any more is missing. */
export type LetterChain = {
  event: Pick<
    InboxEvent,
    "id" | "kind" | "source" | "status" | "attempts" | "lastError" | "receivedAt" | "settledAt"
  > | null;
  conversation: Pick<Conversation, "id" | "dialogType" | "personName" | "owner" | "topic" | "lastMessageAt"> | null;
  /** What the event said, and what was said because of it. */
  messages: Pick<Message, "id" | "author" | "authorName" | "text" | "at" | "sourceKey">[];
  workflows: (typeof workflowRef.$inferSelect)[];
  effects: ChainEffect[];
};

/** Where a chain is taken up: at its event, or at one of its effects. */
type Link = { eventId: string | null; conversationId: string | null; effectKey: string | null };

/** Everything that belongs to a dead letter, oldest first. */
export async function readChain(db: Database, link: Link): Promise<LetterChain> {
  const talk = link.conversationId === null ? null : await findConversation(db, link.conversationId);
  const workflows = talk === null ? [] : await workflowsOf(db, talk.id);
  const led = workflows.find(({ id }) => link.effectKey?.startsWith(`${id}:`));
  const started = led === undefined ? null : await startOf(db, led.id, led.conversationId);
  const eventId = link.eventId ?? eventIdIn(link.effectKey) ?? eventIdIn(started?.key ?? null);

  const ofEvent = eventId === null ? [] : await effectsOfEvent(db, eventId);
  const begun = workflows.filter(({ id }) => id === led?.id || ofEvent.some((effect) => startedBy(effect) === id));
  const ofWorkflows = talk === null || begun.length === 0 ? [] : await effectsOfWorkflows(db, talk.id, begun);
  const alone = link.effectKey === null ? [] : await effectsByKeys(db, [link.effectKey]);
  const effects = [...new Map([...ofEvent, ...ofWorkflows, ...alone].map((each) => [each.id, each])).values()];
  return {
    event: eventId === null ? null : await findEvent(db, eventId),
    conversation: talk,
    messages: await messagesOf(db, [...(eventId === null ? [] : [`event:${eventId}`]), ...effects.map((e) => e.key)]),
    workflows: begun,
    effects: await withAttempts(db, effects, begun),
  };
}

/** `event:<id>:<n>` names the event that decided it. */
function eventIdIn(key: string | null): string | null {
  return /^event:([0-9a-f-]{36}):\d+$/.exec(key ?? "")?.[1] ?? null;
}

function startedBy({ body }: OutboxEffect): string | null {
  return body.kind === "workflow.start" ? body.workflowId : null;
}

async function findEvent(db: Database, id: string): Promise<LetterChain["event"]> {
  const { kind, source, status, attempts, lastError, receivedAt, settledAt } = inboxEvent;
  const [found] = await db
    .select({ id: inboxEvent.id, kind, source, status, attempts, lastError, receivedAt, settledAt })
    .from(inboxEvent)
    .where(eq(inboxEvent.id, id));
  return found ?? null;
}

async function findConversation(db: Database, id: string): Promise<LetterChain["conversation"]> {
  const { dialogType, personName, owner, topic, lastMessageAt } = conversation;
  const [found] = await db
    .select({ id: conversation.id, dialogType, personName, owner, topic, lastMessageAt })
    .from(conversation)
    .where(eq(conversation.id, id));
  return found ?? null;
}

const workflowsOf = (db: Database, conversationId: string) =>
  db
    .select()
    .from(workflowRef)
    .where(eq(workflowRef.conversationId, conversationId))
    .orderBy(asc(workflowRef.createdAt));

async function startOf(db: Database, workflowId: string, conversationId: string): Promise<OutboxEffect | null> {
  const [found] = await db
    .select()
    .from(outboxEffect)
    .where(
      and(
        eq(outboxEffect.conversationId, conversationId),
        eq(outboxEffect.kind, "workflow.start"),
        sql`${outboxEffect.body} ->> 'workflowId' = ${workflowId}`,
      ),
    )
    .limit(1);
  return found ?? null;
}

/** By whole keys, because a beginning of a key is not in the order of its index. */
const effectsOfEvent = (db: Database, eventId: string) =>
  effectsByKeys(
    db,
    Array.from({ length: EFFECTS_OF_EVENT }, (_, index) => `event:${eventId}:${index}`),
  );

const effectsByKeys = (db: Database, keys: string[]) =>
  db.select().from(outboxEffect).where(inArray(outboxEffect.key, keys)).orderBy(asc(outboxEffect.seq));

async function effectsOfWorkflows(
  db: Database,
  conversationId: string,
  workflows: readonly { id: string }[],
): Promise<OutboxEffect[]> {
  const isTheirs = sql.join(
    workflows.map(({ id }) => sql`starts_with(${outboxEffect.key}, ${`${id}:`})`),
    sql` or `,
  );
  const found = await db
    .select()
    .from(outboxEffect)
    .where(and(eq(outboxEffect.conversationId, conversationId), sql`(${isTheirs})`))
    .orderBy(sql`${outboxEffect.seq} desc`)
    .limit(EFFECTS_OF_WORKFLOWS);
  return found.toReversed();
}

async function messagesOf(db: Database, sourceKeys: string[]): Promise<LetterChain["messages"]> {
  if (sourceKeys.length === 0) return [];
  const { id, author, authorName, text, at, sourceKey } = message;
  return db
    .select({ id, author, authorName, text, at, sourceKey })
    .from(message)
    .where(inArray(message.sourceKey, sourceKeys))
    .orderBy(asc(message.seq));
}

async function withAttempts(
  db: Database,
  effects: readonly OutboxEffect[],
  workflows: readonly { id: string }[],
): Promise<ChainEffect[]> {
  if (effects.length === 0) return [];
  const ids = effects.map(({ id }) => id);
  const tried = await db
    .select()
    .from(deliveryAttempt)
    .where(inArray(deliveryAttempt.effectId, ids))
    .orderBy(asc(deliveryAttempt.id));
  const byEffect = Map.groupBy(tried, ({ effectId }) => effectId);
  return effects.map(({ id, key, kind, status, attempt, externalId, lastError, createdAt, settledAt }) => ({
    id,
    key,
    kind,
    status,
    attempt,
    externalId,
    lastError,
    createdAt,
    settledAt,
    workflowId: workflows.find((workflow) => key.startsWith(`${workflow.id}:`))?.id ?? null,
    attempts: (byEffect.get(id) ?? []).map(({ id: _id, effectId: _effectId, ...facts }) => facts),
  }));
}
