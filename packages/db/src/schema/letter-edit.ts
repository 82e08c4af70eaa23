import type { Effect, InboxBody } from "@botdeck/core";
import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { createdAt, id } from "./columns.ts";

/**
 * That somebody let a dead letter run again with another payload, and what stood there before. Goes with the letter's own
 * payload, and with its person; the audit log keeps that it was done.
 */
export const letterEdit = pgTable(
  "letter_edit",
  {
    id: id(),
    /** The inbox event's or the outbox effect's. */
    letterId: uuid().notNull(),
    /** The last try that had the payload before; later ones have another. */
    attempt: integer().notNull(),
    before: jsonb().$type<InboxBody | Effect>().notNull(),
    /** A console user's id, and what they were called then. */
    actorId: text().notNull(),
    actorName: text().notNull(),
    reason: text().notNull(),
    at: createdAt(),
  },
  // A letter is shown with all of its edits.
  (table) => [index("letter_edit_letter_idx").on(table.letterId, table.id)],
);
