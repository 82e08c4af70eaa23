import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { createdAt } from "./columns.ts";
import { portal } from "./portal.ts";

/** A text of a bot that a portal says in words of its own. */
export const textOverride = pgTable(
  "text_override",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botCode: text().notNull(),
    language: text().notNull(),
    /** The text's name in the bot's catalog. */
    key: text().notNull(),
    text: text().notNull(),
    updatedAt: createdAt(),
    /** The console user who wrote it. */
    updatedBy: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.botCode, table.language, table.key] })],
);
