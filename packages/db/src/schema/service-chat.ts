import { jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { bot, portal } from "./portal.ts";

export const SERVICE_CHAT_OF = ["department", "project"] as const;

/** A group chat whose members are those of a department or a project. */
export const serviceChat = pgTable(
  "service_chat",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botId: uuid()
      .notNull()
      .references(() => bot.id, { onDelete: "cascade" }),
    of: text({ enum: SERVICE_CHAT_OF }).notNull(),
    /** The portal's id of the department or project. */
    sourceId: text().notNull(),
    title: text().notNull(),
    /** `chat17`; null until the portal has made it. */
    dialogId: text(),
    /** Portal user ids that we have put in: who came by themselves stays. */
    members: jsonb().$type<readonly string[]>().notNull().default([]),
    /** Those we began to put in, until it is known whether the portal did. */
    joining: jsonb().$type<readonly string[]>().notNull().default([]),
    madeById: text().notNull(),
    checkedAt: instant(),
    /** Why it could not be kept in step the last time, for a person. */
    lastError: text(),
    createdAt: createdAt(),
  },
  (table) => [
    checkOneOf("service_chat_of_check", table.of, SERVICE_CHAT_OF),
    uniqueIndex("service_chat_source_idx").on(table.portalId, table.of, table.sourceId),
  ],
);
export type ServiceChat = typeof serviceChat.$inferSelect;
