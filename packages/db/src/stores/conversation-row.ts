import type { DialogType, Owner } from "@botdeck/core";
import { sql } from "drizzle-orm";

import type { Conversation } from "../schema/conversation.ts";

/** A row of `conversation` as a statement of ours returns it. */
type ConversationRow = {
  id: string;
  portal_id: string;
  bot_id: string;
  dialog_id: string;
  chat_id: string | null;
  dialog_type: DialogType;
  title: string;
  line_id: string | null;
  person_id: string;
  person_name: string;
  language: string;
  state: Record<string, unknown>;
  owner: Owner;
  owner_version: number;
  queue: Conversation["queue"];
  topic: string | null;
  last_message_text: string | null;
  last_message_by: string | null;
  last_message_at: string;
  waiting_since: string | null;
  created_at: string;
  updated_at: string;
};

const COLUMNS: readonly (keyof ConversationRow)[] = [
  ...(["id", "portal_id", "bot_id", "dialog_id", "chat_id", "dialog_type", "title", "line_id", "person_id"] as const),
  ...(["person_name", "language", "state", "owner", "owner_version", "queue", "topic"] as const),
  ...(["last_message_text", "last_message_by", "last_message_at", "waiting_since"] as const),
  ...(["created_at", "updated_at"] as const),
];

/** A conversation as it was when it was read; `version` changes with every write. Null for one that is not there yet. */
export type SeenConversation = { row: Conversation; version: string | null };

export type SeenRow = ConversationRow & { version: string };

/**
 * The columns of a `SeenRow`, by name (see `effectColumns`). The version is Postgres' own mark of who wrote a row last; it
 * tells two versions apart for as long as a turn may take.
 */
export const seenColumns = sql.raw(`${COLUMNS.join(", ")}, xmin::text as version`);

export const toSeen = (row: SeenRow): SeenConversation => ({ row: toConversation(row), version: row.version });

function toConversation(row: ConversationRow): Conversation {
  const { id, title, language, state, owner, queue, topic } = row;
  return {
    id,
    title,
    language,
    state,
    owner,
    queue,
    topic,
    portalId: row.portal_id,
    botId: row.bot_id,
    dialogId: row.dialog_id,
    chatId: row.chat_id,
    dialogType: row.dialog_type,
    lineId: row.line_id,
    personId: row.person_id,
    personName: row.person_name,
    ownerVersion: row.owner_version,
    lastMessageText: row.last_message_text,
    lastMessageBy: row.last_message_by,
    lastMessageAt: new Date(row.last_message_at),
    waitingSince: row.waiting_since === null ? null : new Date(row.waiting_since),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}
