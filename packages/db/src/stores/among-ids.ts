import { type SQL, sql } from "drizzle-orm";

import { givenRows } from "../given-rows.ts";

/** True in SQL for an id among these, by the column's index. */
export const isAmongIds = (column: SQL, ids: readonly string[]): SQL =>
  sql`${column} in (select id from ${givenRows(ids, { id: ["uuid", (id) => id] })})`;
