import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { createdAt, id, instant } from "./columns.ts";
import { conversation } from "./conversation.ts";

/** What colleagues tell each other about a conversation. Never leaves the console, so it stands apart from `message`. */
export const conversationNote = pgTable(
  "conversation_note",
  {
    id: id(),
    conversationId: uuid()
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    /** A console user's id. */
    authorId: text().notNull(),
    authorName: text().notNull(),
    text: text().notNull(),
    at: createdAt(),
  },
  (table) => [index("conversation_note_idx").on(table.conversationId, table.at)],
);
export type ConversationNote = typeof conversationNote.$inferSelect;

/** Who looks at a conversation just now; a look that is not renewed is over. */
export const conversationViewer = pgTable(
  "conversation_viewer",
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    /** A console user's id. */
    userId: text().notNull(),
    userName: text().notNull(),
    seenAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.userId] }),
    index("conversation_viewer_seen_idx").on(table.seenAt),
  ],
);
