import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";

import { createdAt, id } from "./columns.ts";

/** What people did that changes the way of things: replayed, discarded, erased. Nothing is ever changed in it. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: id(),
    at: createdAt(),
    /** A console user's id, or `command` for whoever has the machine. */
    actorId: text().notNull(),
    actorName: text().notNull(),
    /** Entity and verb, such as `deadLetter.replay`. */
    action: text().notNull(),
    subjectId: text(),
    /** The request it came with and from where; null for a command. */
    requestId: text(),
    address: text(),
    /** Facts such as the reason given, and `before` and `after` of what was changed; no personal data. */
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [
    index("audit_log_at_idx").on(table.at.desc()),
    index("audit_log_subject_idx").on(table.subjectId),
    // Lists by who and by what, newest first; and which of either there are.
    index("audit_log_actor_idx").on(table.actorId, table.id),
    index("audit_log_action_idx").on(table.action, table.id),
  ],
);
export type AuditEntry = typeof auditLog.$inferSelect;
