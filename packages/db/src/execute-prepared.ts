import type { Query, SQL } from "drizzle-orm";

import type { Database } from "./client.ts";

/** What this file touches of drizzle 0.45 beyond its types (pg-core/db.js, `execute`). */
type Internals = {
  dialect: { sqlToQuery(query: SQL): Query };
  session: {
    prepareQuery(
      query: Query,
      fields: undefined,
      name: string,
      isResponseInArrayMode: false,
    ): { execute(): Promise<unknown> };
  };
};

/**
 * Runs a statement that every connection prepares once, by its text. `db.execute` prepares none, and the driver then asks the
 * server for the types of the parameters each time: two ways there and back instead of one. For statements that run
 * often and always have the same text; a list of values goes in as one array (see given-rows.ts).
 */
export async function executePrepared<Row extends object>(db: Database, query: SQL): Promise<Row[]> {
  const { dialect, session } = db as unknown as Internals; // safe: held by inbox.test.ts, which fails without them
  return (await session.prepareQuery(dialect.sqlToQuery(query), undefined, "by its text", false).execute()) as Row[]; // safe: the caller's statement
}
