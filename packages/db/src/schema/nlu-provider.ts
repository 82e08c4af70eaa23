import { bigint, date, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { createdAt } from "./columns.ts";
import { portal } from "./portal.ts";

/** Who is asked what words mean, where the bot's own examples leave it open. */
export const nluProvider = pgTable("nlu_provider", {
  portalId: uuid()
    .primaryKey()
    .references(() => portal.id, { onDelete: "cascade" }),
  /** Kind, address and limits, without any secret; checked by the provider's schema when read. */
  config: jsonb().$type<Record<string, unknown>>().notNull(),
  /** What it is asked with, sealed; null for a provider that wants nothing. */
  secretSealed: text(),
  updatedAt: createdAt(),
});

/** What a portal's provider was asked today, by all processes together. */
export const nluUsage = pgTable("nlu_usage", {
  portalId: uuid()
    .primaryKey()
    .references(() => portal.id, { onDelete: "cascade" }),
  /** By the database's clock, in UTC; another day begins at nothing. */
  day: date({ mode: "string" }).notNull(),
  requests: integer().notNull(),
  tokens: bigint({ mode: "number" }).notNull(),
});
