import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, id, instant } from "./columns.ts";
import { portal } from "./portal.ts";

/** What may come of a client's visit, the weaker word first: a stronger one takes its place, never the other way round. */
export const OUTCOME_KIND = ["abandoned", "solved_presumed", "solved_confirmed", "handed_over"] as const;
export type OutcomeKind = (typeof OUTCOME_KIND)[number];

/** What came of a client's visit, written when it happens. Outlives its conversation, without what is the client's own in it. */
export const outcome = pgTable(
  "outcome",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    botId: uuid().notNull(),
    /** May be gone by now. */
    conversationId: uuid().notNull(),
    visitId: uuid().notNull().unique(),
    /** The open line; null where there is none. */
    lineId: text(),
    /** The client's portal user id, by which a re-contact is seen; null once the conversation's time of keeping is over. */
    personId: text(),
    kind: text({ enum: OUTCOME_KIND }).notNull(),
    /** Why, such as `csat`, `said_so`, `operator_asked`, `not_understood`, `misses`, `source_away` or `silence`. */
    cause: text().notNull(),
    /** Who has it now, as in `conversation.owner`; null when nobody was given it. */
    handedTo: text(),
    intent: text(),
    topic: text(),
    dialog: text(),
    dialogVersion: integer(),
    /** The step of that dialog where it ended; null when none was under way. */
    step: text(),
    language: text().notNull(),
    /** The portal's time of the client's first message. */
    beganAt: instant().notNull(),
    /** The last word of the visit, as far as it was known. */
    endedAt: instant().notNull(),
    /** From `beganAt` until the portal had our first reply; null as long as it has none. */
    firstResponseMs: integer(),
    /** From the hand-over until the first person took it; null as long as nobody did, or where there was none. */
    humanResponseMs: integer(),
    /** How many answers the bot gave. */
    answers: integer().notNull(),
    /** From 1 to 5. */
    rating: integer(),
    ratingComment: text(),
    ratedAt: instant(),
    /** The visit of the same client about the same topic, at most seven days before. */
    recontactOf: uuid(),
    /** When the client came back about the same topic, within seven days: if soon, a solution that was only presumed was none. */
    recontactedAt: instant(),
    decidedAt: instant().notNull(),
  },
  (table) => [
    checkOneOf("outcome_kind_check", table.kind, OUTCOME_KIND),
    check("outcome_rating_check", sql`${table.rating} between 1 and 5`),
    index("outcome_decided_idx").on(table.decidedAt),
    // The conversations behind a figure.
    index("outcome_portal_idx").on(table.portalId, table.decidedAt, table.id),
    index("outcome_conversation_idx").on(table.conversationId),
    // Whether a client was here before.
    index("outcome_person_idx").on(table.botId, table.personId, table.beganAt),
    // Those whose first reply was still on its way.
    index("outcome_untimed_idx")
      .on(table.decidedAt)
      .where(sql`first_response_ms is null`),
  ],
);
export type Outcome = typeof outcome.$inferSelect;
