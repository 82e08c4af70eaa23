import { is, Placeholder, SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";

export type GivenValue = string | number | boolean | null;
/** The values of a fixed statement, as parts of its text. */
export type Given<Values> = { readonly [Name in keyof Values]-?: SQL };

const dialect = new PgDialect({ casing: "snake_case" });

/**
 * A statement that differs from call to call in its values only. drizzle 0.45 puts a statement's text together anew each time it is
 * sent, part by part, which takes it longer than the driver needs to send it; this one is put together once.
 *
 * @param build Is given the values as placeholders. What depends on a value in another way belongs into the SQL.
 * @returns Makes of values what `db.execute` takes.
 */
export function fixedStatement<Values extends Record<string, GivenValue>>(
  build: (given: Given<Values>) => SQL,
): (values: Values) => SQL {
  let built: { sql: string; params: unknown[] } | null = null;
  return (values) => {
    built ??= dialect.sqlToQuery(build(placeholders<Values>()));
    const params = built.params.map((each) => (is(each, Placeholder) ? values[each.name] : each));
    return new BuiltSql(built.sql, params);
  };
}

/** A placeholder under each name that is asked for. */
function placeholders<Values>(): Given<Values> {
  // safe: there is one under every name
  return new Proxy({}, { get: (_target, name) => sql`${sql.placeholder(String(name))}` }) as Given<Values>;
}

class BuiltSql extends SQL {
  readonly #query: { sql: string; params: unknown[] };

  constructor(text: string, params: unknown[]) {
    super([]);
    this.#query = { sql: text, params };
  }

  override toQuery(): { sql: string; params: unknown[] } {
    return this.#query;
  }
}
