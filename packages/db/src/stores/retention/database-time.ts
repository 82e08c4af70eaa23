import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";

/** The database's time. Rows are settled by it, so their ages are counted by it: a machine whose clock is ahead must remove nothing. */
export async function databaseTime(db: Database): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select now() as now`);
  if (row === undefined) throw new Error("select without from always gives a row");
  return new Date(row.now);
}
