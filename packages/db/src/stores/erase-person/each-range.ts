import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";

const ROWS_AT_ONCE = 2_000;
/** Below every id. */
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** The whole of a table as ranges of ids, each small enough for one short transaction: no index knows what is looked for. */
export async function* eachRange(
  db: Database,
  table: "inbox_event" | "outbox_effect" | "message",
): AsyncGenerator<SQL> {
  for (let after = FIRST_ID; ;) {
    const [range] = await db.execute<{ last: string | null }>(sql`
      select max(id::text) as last from (
        select id from ${sql.raw(table)} where id > ${after}::uuid order by id limit ${ROWS_AT_ONCE}::int
      ) as next`);
    if (range === undefined || range.last === null) return;
    yield sql`id > ${after}::uuid and id <= ${range.last}::uuid`;
    after = range.last;
  }
}
