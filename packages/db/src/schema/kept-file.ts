import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { bytes, createdAt, id } from "./columns.ts";
import { conversation } from "./conversation.ts";

export const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** A client's file with its content: the portal's links to it work once and for seconds. Its content is stored uncompressed (see the migration). */
export const keptFile = pgTable(
  "kept_file",
  {
    id: id(),
    portalId: uuid().notNull(),
    botId: uuid().notNull(),
    conversationId: uuid()
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    /** The portal's id of the file in the message. */
    sourceFileId: text().notNull(),
    name: text().notNull(),
    /** As its content shows, not as it was named. */
    contentType: text().notNull(),
    sizeBytes: integer().notNull(),
    sha256: bytes().notNull(),
    content: bytes().notNull(),
    /** Its copy on the portal's disk; null until it is there. */
    diskFileId: text(),
    keptAt: createdAt(),
  },
  (table) => [
    uniqueIndex("kept_file_source_idx").on(table.conversationId, table.sourceFileId),
    check("kept_file_size_check", sql`octet_length(content) <= ${sql.raw(String(MOST_FILE_BYTES))}`),
  ],
);
