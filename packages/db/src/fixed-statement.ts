import { is, Placeholder, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { PostgresJsSession } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";

import type { Database } from "./client.ts";

export type GivenValue = string | number | boolean | null;
/** The values of a fixed statement, as parts of its text. */
export type Given<Values> = { readonly [Name in keyof Values]-?: SQL };

const dialect = new PgDialect({ casing: "snake_case" });

/**
 * A statement that differs from call to call in its values only. drizzle 0.45 puts a statement's text together anew each time it is
 * sent, part by part, which takes it longer than the driver needs to send it; this one is put together once, and goes to
 * the driver at once.
 *
 * @param build Is given the values as placeholders. What depends on a value in another way belongs into the SQL.
 * @returns Sends it, on a database or in a transaction, and gives the rows as the driver read them.
 */
export function fixedStatement<Values extends Record<string, GivenValue>, Row extends object = object>(
  build: (given: Given<Values>) => SQL,
): (db: Database, values: Values) => Promise<readonly Row[]> {
  let built: { sql: string; params: unknown[] } | null = null;
  return async (db, values) => {
    built ??= dialect.sqlToQuery(build(placeholders<Values>()));
    const parameters = built.params.map((each) => (is(each, Placeholder) ? values[each.name] : each) as GivenValue);
    // safe: client.ts makes all databases with this driver
    const { client } = db._.session as unknown as PostgresJsSession<Sql, never, never>;
    return await client.unsafe<Row[]>(built.sql, parameters, { prepare: true });
  };
}

/** A placeholder under each name that is asked for. */
function placeholders<Values>(): Given<Values> {
  // safe: there is one under every name
  return new Proxy({}, { get: (_target, name) => sql`${sql.placeholder(String(name))}` }) as Given<Values>;
}
