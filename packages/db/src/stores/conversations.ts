import { AppError, type Button, type Card, type Dialog, lineOf, type Owner } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, exists, sql } from "drizzle-orm";

import type { Database, Transaction } from "../client.ts";
import { conversation, message, workflowRef, type Conversation, type MessageAuthor } from "../schema/conversation.ts";

export type ConversationChange = {
  state?: Record<string, unknown>;
  owner?: Owner;
  language?: string;
  topic?: string;
  personId?: string;
  personName?: string;
  lastMessage?: { text: string; by: MessageAuthor };
};

/** Writes what a step changed. A new owner gets a new version, and starts or ends the wait for a person. */
export async function saveConversation(
  tx: Transaction,
  current: Conversation,
  change: ConversationChange,
): Promise<void> {
  const { lastMessage, owner, ...fields } = change;
  const isNewOwner = owner !== undefined && owner !== current.owner;
  await tx
    .update(conversation)
    .set({
      ...fields,
      ...(isNewOwner && {
        owner,
        ownerVersion: current.ownerVersion + 1,
        waitingSince: owner.startsWith("queue:") ? sql`now()` : null,
      }),
      ...(lastMessage && {
        lastMessageText: lastMessage.text,
        lastMessageBy: lastMessage.by,
        lastMessageAt: sql`now()`,
      }),
      updatedAt: sql`clock_timestamp()`,
    })
    .where(and(eq(conversation.id, current.id), eq(conversation.ownerVersion, current.ownerVersion)));
}

export type NewMessage = Omit<typeof message.$inferInsert, "id" | "conversationId" | "seq">;

/** Adds what was said. A bot's message with a known effect key is not added twice. */
export async function addMessages(
  db: Database,
  conversationId: string,
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await db
    .insert(message)
    .values(messages.map((each) => ({ ...each, id: newId(), conversationId })))
    .onConflictDoNothing({ target: message.sourceKey });
}

/**
 * Makes another message of one that a bot said, as the effect `chat.edit` does on the portal: buttons that are left out go, a
 * card that is left out stays. One that is not kept any more stays gone.
 *
 * @param within Only a message of this bot in this dialog: the key may come from a command that somebody typed.
 */
export async function changeMessage(
  db: Database,
  sourceKey: string,
  { text, buttons, card }: { text: string; buttons: Button[][] | undefined; card: Card | undefined },
  within: { portalId: string; botId: string; dialogId: string },
): Promise<void> {
  const isThere = exists(
    db
      .select({ id: conversation.id })
      .from(conversation)
      .where(
        and(
          eq(conversation.id, message.conversationId),
          eq(conversation.portalId, within.portalId),
          eq(conversation.botId, within.botId),
          eq(conversation.dialogId, within.dialogId),
        ),
      ),
  );
  await db
    .update(message)
    .set({ text, buttons: buttons ?? null, ...(card !== undefined && { card }) })
    .where(and(eq(message.sourceKey, sourceKey), isThere));
}

/** A bot's dialog with a person to whom it speaks of its own accord, begun if there was none. */
export async function ensureConversation(
  tx: Transaction,
  {
    portalId,
    botId,
    dialog,
    person,
    language,
  }: { portalId: string; botId: string; dialog: Dialog; person: { id: string; name: string }; language: string },
): Promise<Conversation> {
  const isIt = and(eq(conversation.botId, botId), eq(conversation.dialogId, dialog.id));
  const { id: dialogId, chatId, type: dialogType, title } = dialog;
  const about = { dialogId, chatId, dialogType, title, lineId: lineOf(dialog) };
  await tx
    .insert(conversation)
    .values({ id: newId(), portalId, botId, ...about, personId: person.id, personName: person.name, language })
    .onConflictDoNothing({ target: [conversation.botId, conversation.dialogId] });
  const [row] = await tx.select().from(conversation).where(isIt);
  if (row === undefined)
    throw new AppError("not_found", "The conversation is not there any more", { context: { botId } });
  return row;
}

/** Moves the conversation's change mark, so that a view that was away reads it again. */
export async function touchConversation(db: Database, conversationId: string): Promise<void> {
  await db
    .update(conversation)
    .set({ updatedAt: sql`clock_timestamp()` })
    .where(eq(conversation.id, conversationId));
}

export async function findConversation(db: Database, conversationId: string): Promise<Conversation | null> {
  const [found] = await db.select().from(conversation).where(eq(conversation.id, conversationId));
  return found ?? null;
}

/** Notes that a conversation asked for a workflow; the same id again changes nothing. */
export async function requestWorkflow(
  tx: Transaction,
  request: { workflowId: string; kind: string; conversationId: string; portalId: string },
): Promise<void> {
  const { workflowId, ...rest } = request;
  await tx
    .insert(workflowRef)
    .values({ ...rest, id: workflowId })
    .onConflictDoNothing({ target: workflowRef.id });
}

/** Keeps what a workflow told of itself: the step it waits at, or its end. */
export async function noteWorkflow(
  db: Database,
  workflowId: string,
  news: { step: string } | { outcome: string },
): Promise<void> {
  const change =
    "step" in news
      ? { state: "running" as const, step: news.step }
      : { state: "ended" as const, step: null, outcome: news.outcome, endedAt: sql`now()` };
  await db.update(workflowRef).set(change).where(eq(workflowRef.id, workflowId));
}

/**
 * A known conversation, locked until the transaction ends.
 *
 * @throws AppError `not_found` when it was erased in the meantime.
 */
export async function lockConversationById(tx: Transaction, conversationId: string): Promise<Conversation> {
  const [locked] = await tx.select().from(conversation).where(eq(conversation.id, conversationId)).for("update");
  if (!locked)
    throw new AppError("not_found", "The conversation is not there any more", { context: { conversationId } });
  return locked;
}
