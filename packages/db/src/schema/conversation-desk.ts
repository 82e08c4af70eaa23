import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

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

/**
 * Somebody at the console took the conversation over. True as long as `conversation.owner_version` is the one that this made:
 * whatever moves the conversation on ends it.
 */
export const deskHold = pgTable("desk_hold", {
  conversationId: uuid()
    .primaryKey()
    .references(() => conversation.id, { onDelete: "cascade" }),
  ownerVersion: integer().notNull(),
  /** A console user's id. */
  userId: text().notNull(),
  userName: text().notNull(),
  /** The bot is still in the portal's session, so that it carries what is answered; else people have the dialog there. */
  isBotThere: boolean().notNull(),
  takenAt: instant().notNull(),
});
export type DeskHold = typeof deskHold.$inferSelect;
