import { sql } from "drizzle-orm";
import { index, pgTable, text } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";

export const INSTALL_STATE = ["waiting", "applied", "refused"] as const;

/**
 * What a portal sent when the app was installed on it. Anybody can post such a thing, so nothing of it counts until the
 * worker has asked the OAuth server whether it is true.
 */
export const appInstall = pgTable(
  "app_install",
  {
    id: id(),
    memberId: text().notNull(),
    /** The whole grant as JSON, sealed: it holds tokens. Emptied once it was applied or refused. */
    grantSealed: text(),
    state: text({ enum: INSTALL_STATE }).notNull().default("waiting"),
    reason: text(),
    /** Not before this instant; moved forward while the OAuth server is away. */
    runAt: instant().notNull().defaultNow(),
    receivedAt: createdAt(),
    settledAt: instant(),
  },
  (table) => [
    checkOneOf("app_install_state_check", table.state, INSTALL_STATE),
    index("app_install_waiting_idx")
      .on(table.runAt)
      .where(sql`state = 'waiting'`),
  ],
);
