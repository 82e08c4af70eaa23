import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text } from "drizzle-orm/pg-core";

import { checkOneOf } from "./columns.ts";

/** Roles from which on a second factor can be asked for; a viewer changes nothing and sees people only as initials. */
export const SECOND_FACTOR_FROM = ["operator", "lead", "admin"] as const;

/** What admins decided about how people enter the console: one row, or none as long as nobody has decided. */
export const accessPolicy = pgTable(
  "access_policy",
  {
    only: boolean().primaryKey().default(true),
    /** Whoever has this role or more needs a second factor to use it; null: nobody. */
    secondFactorFrom: text({ enum: SECOND_FACTOR_FROM }),
  },
  (table) => [
    check("access_policy_only", sql`${table.only}`),
    checkOneOf("access_policy_second_factor_from", table.secondFactorFrom, SECOND_FACTOR_FROM),
  ],
);
