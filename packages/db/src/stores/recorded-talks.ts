import type { Button, FileRef } from "@botdeck/core";
import { asc, desc, eq, gte, inArray } from "drizzle-orm";

import type { Database } from "../client.ts";
import { bot, conversation, message, type MessageAuthor, outcome, type OutcomeKind } from "../schema/index.ts";

/** A conversation as it was kept, from its first message on, with what came of its visits. */
export type RecordedTalk = {
  id: string;
  botCode: string;
  /** As the portal has set them for the bot. */
  settings: Record<string, unknown>;
  language: string;
  personName: string;
  /** The dialog engine's state of now. */
  state: Record<string, unknown>;
  messages: RecordedMessage[];
  outcomes: { kind: OutcomeKind; cause: string; topic: string | null; dialog: string | null; beganAt: Date }[];
};

export type RecordedMessage = {
  author: MessageAuthor;
  authorName: string;
  text: string;
  buttons: Button[][] | null;
  files: FileRef[] | null;
  /** In the dialog engine's form; null for what no bot was asked about. */
  understood: unknown;
  at: Date;
};

/**
 * Whole conversations: one, or those with a message at or after an instant, the latest first.
 *
 * @param wanted.limit At most so many, since all of their words are read at once.
 */
export async function recordedTalks(
  db: Database,
  wanted: { conversationId: string } | { since: Date; limit: number },
): Promise<RecordedTalk[]> {
  const isOne = "conversationId" in wanted;
  const talks = await db
    .select({ talk: conversation, botCode: bot.code, settings: bot.settings })
    .from(conversation)
    .innerJoin(bot, eq(bot.id, conversation.botId))
    .where(isOne ? eq(conversation.id, wanted.conversationId) : gte(conversation.lastMessageAt, wanted.since))
    .orderBy(desc(conversation.lastMessageAt))
    .limit(isOne ? 1 : wanted.limit);
  const ids = talks.map(({ talk }) => talk.id);
  if (ids.length === 0) return [];
  const [messages, outcomes] = await Promise.all([
    db.select().from(message).where(inArray(message.conversationId, ids)).orderBy(asc(message.seq)),
    db.select().from(outcome).where(inArray(outcome.conversationId, ids)).orderBy(asc(outcome.beganAt)),
  ]);
  return talks.map(({ talk, botCode, settings }) => ({
    id: talk.id,
    botCode,
    settings,
    language: talk.language,
    personName: talk.personName,
    state: talk.state,
    messages: messages.filter(({ conversationId }) => conversationId === talk.id).map(toRecorded),
    outcomes: outcomes
      .filter(({ conversationId }) => conversationId === talk.id)
      .map(({ kind, cause, topic, dialog, beganAt }) => ({ kind, cause, topic, dialog, beganAt })),
  }));
}

const toRecorded = ({ occurredAt, at, ...said }: typeof message.$inferSelect): RecordedMessage => ({
  author: said.author,
  authorName: said.authorName,
  text: said.text,
  buttons: said.buttons,
  files: said.files,
  understood: said.understood,
  at: occurredAt ?? at,
});
