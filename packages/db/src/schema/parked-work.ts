import type { BotEvent } from "@botdeck/core";
import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { portal } from "./portal.ts";

export const PARKED_KIND = ["event", "workflow"] as const;

/** What waits for a person's permission, and goes on by itself when it is given. */
export const parkedWork = pgTable(
  "parked_work",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botId: uuid().notNull(),
    /** Portal user id of who has to give it. */
    userId: text().notNull(),
    kind: text({ enum: PARKED_KIND }).notNull(),
    /** The event that runs again; null of a workflow. */
    body: jsonb().$type<BotEvent>(),
    /** The workflow that is told; null of an event. */
    workflowId: text(),
    /** What asked for it, so that a repeat is parked once: the inbox event's id, or the workflow's step. */
    key: text().notNull().unique(),
    expiresAt: instant().notNull(),
    releasedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    checkOneOf("parked_work_kind_check", table.kind, PARKED_KIND),
    index("parked_work_person_idx")
      .on(table.portalId, table.userId)
      .where(sql`released_at is null`),
    index("parked_work_expiry_idx")
      .on(table.expiresAt)
      .where(sql`released_at is null`),
  ],
);
export type ParkedWork = typeof parkedWork.$inferSelect;
