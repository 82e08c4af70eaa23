import type { Owner } from "@botdeck/core";
import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, id, instant } from "./columns.ts";
import { conversation } from "./conversation.ts";

/** Which moves lead from one to the next stands in stores/handoff/move-handoff.ts. */
export const HANDOFF_STATE = ["queued", "human", "returning", "ended"] as const;
export type HandoffState = (typeof HANDOFF_STATE)[number];

export const HANDOFF_END = ["back_to_bot", "closed", "quiet", "promised"] as const;
export type HandoffEnd = (typeof HANDOFF_END)[number];

/** A queue or a person that a hand-over went to. `at` in ISO 8601. */
export type HandoffStop = { at: string; to: Owner };

/** One hand-over of a conversation to people, from the request to its end. Who may speak says `conversation.owner` alone. */
export const handoff = pgTable(
  "handoff",
  {
    id: id(),
    portalId: uuid().notNull(),
    botId: uuid().notNull(),
    conversationId: uuid()
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    /** The workflow that sees it through; null when none does. */
    workflowId: text().unique(),
    visitId: uuid(),
    topic: text(),
    /** Why, in the words of `outcome.cause`. */
    cause: text().notNull(),
    /** What the operator's card says: slots, confidence, what was tried, files. */
    note: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    state: text({ enum: HANDOFF_STATE }).notNull().default("queued"),
    /** Everybody it went to, the first queue first. */
    trail: jsonb().$type<readonly HandoffStop[]>().notNull(),
    requestedAt: instant().notNull(),
    /** When the first person took it. */
    takenAt: instant(),
    /** Whoever took it last: a portal user id, or `desk:<console user id>` of somebody at the console without one. */
    takenBy: text(),
    endedAt: instant(),
    endedAs: text({ enum: HANDOFF_END }),
  },
  (table) => [
    checkOneOf("handoff_state_check", table.state, HANDOFF_STATE),
    checkOneOf("handoff_ended_as_check", table.endedAs, HANDOFF_END),
    // One at a time.
    uniqueIndex("handoff_open_idx")
      .on(table.conversationId)
      .where(sql`state <> 'ended'`),
    index("handoff_conversation_idx").on(table.conversationId, table.requestedAt),
  ],
);
export type Handoff = typeof handoff.$inferSelect;
