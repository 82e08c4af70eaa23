import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { instant } from "./columns.ts";

/** The portal's request budget, shared by all processes: one row is updated for each request. */
export const rateBudget = pgTable("rate_budget", {
  portalId: uuid().primaryKey(),
  /** Theoretical arrival time of the leaky bucket (GCRA), by the database's clock. */
  arrivalAt: instant().notNull(),
});

/** A method that the portal has closed because it was kept busy for too long: no process calls it before it opens. */
export const methodPause = pgTable(
  "method_pause",
  {
    portalId: uuid().notNull(),
    method: text().notNull(),
    /** By the database's clock. */
    opensAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.method] })],
);
