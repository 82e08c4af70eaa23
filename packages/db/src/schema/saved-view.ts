import { boolean, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";

import { authUser } from "./auth.ts";
import { createdAt, id } from "./columns.ts";

/** A list of the console as somebody likes to see it: which page, and what stands behind the `?` of its address. */
export const savedView = pgTable(
  "saved_view",
  {
    id: id(),
    ownerId: text()
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    /** Path of the page, such as `/conversations`. */
    page: text().notNull(),
    name: text().notNull(),
    search: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** Everybody in the console has it; only its owner or an admin changes it. */
    isShared: boolean().notNull().default(false),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [index("saved_view_owner_idx").on(table.ownerId, table.page)],
);
export type SavedView = typeof savedView.$inferSelect;
