import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { createdAt, instant } from "./columns.ts";
import { portal } from "./portal.ts";

/** The newest access token that came with an event of a person, sealed. It lives an hour and is never renewed. */
export const eventToken = pgTable(
  "event_token",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    userId: text().notNull(),
    accessTokenSealed: text().notNull(),
    expiresAt: instant().notNull(),
    updatedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.portalId, table.userId] }),
    index("event_token_expiry_idx").on(table.expiresAt),
  ],
);
