import { jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { createdAt } from "./columns.ts";
import { portal } from "./portal.ts";

/** Where the orders of a portal's clients are looked up. */
export const orderSource = pgTable("order_source", {
  portalId: uuid()
    .primaryKey()
    .references(() => portal.id, { onDelete: "cascade" }),
  /** Kind, address and field names, without any secret; checked by the source's schema when read. */
  config: jsonb().$type<Record<string, unknown>>().notNull(),
  /** What it is asked with, sealed; null for a source that wants nothing. */
  secretSealed: text(),
  updatedAt: createdAt(),
});
