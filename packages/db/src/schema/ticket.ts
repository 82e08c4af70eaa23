import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { portal } from "./portal.ts";

/**
 * open → in_progress → waiting (for the reporter) → solved → closed; solved and closed may be opened again. `merged` is
 * seen through by another ticket.
 */
export const TICKET_STATE = ["open", "in_progress", "waiting", "solved", "closed", "merged"] as const;
export type TicketState = (typeof TICKET_STATE)[number];
export const TICKET_PRIORITY = ["low", "normal", "high"] as const;
export type TicketPriority = (typeof TICKET_PRIORITY)[number];

/** A request for help, seen through by a workflow and worked on in a task of the portal. */
export const ticket = pgTable(
  "ticket",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botId: uuid().notNull(),
    /** What people call it by; counts up on each portal. */
    number: integer().notNull(),
    reporterId: text().notNull(),
    reporterName: text().notNull(),
    /** Where the reporter is spoken to. */
    conversationId: uuid().notNull(),
    category: text().notNull(),
    priority: text({ enum: TICKET_PRIORITY }).notNull().default("normal"),
    title: text().notNull(),
    description: text().notNull(),
    /** Our ids of kept files. */
    fileIds: jsonb().$type<readonly string[]>().notNull().default([]),
    state: text({ enum: TICKET_STATE }).notNull().default("open"),
    /** Portal user id; null while nobody could be found. */
    assigneeId: text(),
    /** The portal's task; null until it is made. */
    taskId: text(),
    mergedInto: uuid(),
    workflowId: text().notNull().unique(),
    /** By when somebody has to answer, and to solve it: the agreed times, by the working calendar. */
    respondBy: instant(),
    resolveBy: instant(),
    respondedAt: instant(),
    solvedAt: instant(),
    closedAt: instant(),
    /** 1 to 5. */
    rating: integer(),
    ratingComment: text(),
    timesReopened: integer().notNull().default(0),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    checkOneOf("ticket_state_check", table.state, TICKET_STATE),
    checkOneOf("ticket_priority_check", table.priority, TICKET_PRIORITY),
    uniqueIndex("ticket_number_idx").on(table.portalId, table.number),
    index("ticket_task_idx").on(table.portalId, table.taskId),
    index("ticket_reporter_idx").on(table.portalId, table.reporterId, table.createdAt),
    // How much everybody has to do.
    index("ticket_assignee_idx")
      .on(table.portalId, table.assigneeId)
      .where(sql`state in ('open', 'in_progress', 'waiting')`),
    // What may be the same incident.
    index("ticket_recent_idx").on(table.portalId, table.category, table.createdAt),
  ],
);
export type Ticket = typeof ticket.$inferSelect;

/** Whoever else is told about a ticket: reporters of tickets that were merged into it. */
export const ticketFollower = pgTable(
  "ticket_follower",
  {
    ticketId: uuid()
      .notNull()
      .references(() => ticket.id, { onDelete: "cascade" }),
    personId: text().notNull(),
    personName: text().notNull(),
    conversationId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.ticketId, table.personId] })],
);

/** Words about a ticket, from the chat or from its task. What we wrote into the task is known by its id and not told again. */
export const ticketComment = pgTable(
  "ticket_comment",
  {
    id: id(),
    portalId: uuid().notNull(),
    ticketId: uuid()
      .notNull()
      .references(() => ticket.id, { onDelete: "cascade" }),
    source: text({ enum: ["chat", "task"] }).notNull(),
    /** The portal's id of the comment or message in the task; null until it is there. */
    taskMessageId: text(),
    authorId: text().notNull(),
    authorName: text().notNull(),
    text: text().notNull(),
    /** The effect or event that brought it, so that a repeat adds none. */
    sourceKey: text().notNull().unique(),
    createdAt: createdAt(),
  },
  (table) => [
    index("ticket_comment_ticket_idx").on(table.ticketId, table.createdAt),
    uniqueIndex("ticket_comment_task_idx")
      .on(table.ticketId, table.taskMessageId)
      .where(sql`task_message_id is not null`),
  ],
);

/** Numbers that count up on a portal, such as those of its tickets. */
export const portalCounter = pgTable(
  "portal_counter",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    name: text().notNull(),
    value: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.name] })],
);

/** How often each person of a pool had their turn. */
export const rotation = pgTable(
  "rotation",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    pool: text().notNull(),
    userId: text().notNull(),
    taken: integer().notNull().default(0),
    lastTakenAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.pool, table.userId] })],
);
