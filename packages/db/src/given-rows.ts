import { type SQL, sql } from "drizzle-orm";

import type { Given } from "./fixed-statement.ts";

/** The types that statements of this package take lists of. */
type ColumnType = "uuid" | "text" | "jsonb" | "int" | "boolean" | "timestamptz";
type Value = string | number | boolean | null;
/** Type and value of each column, by its name in SQL. */
type Columns<Row, Name extends string> = Readonly<Record<Name, readonly [ColumnType, (row: Row) => Value]>>;

/**
 * Rows for a `from`, as one array parameter a column: the statement has the same text however many there are. Named
 * `given`, with `place` for their order. As array literals, because the driver does not know array types (its look-up of
 * them is off, see client.ts).
 */
export function givenRows<Row>(rows: readonly Row[], columns: Columns<Row, string>): SQL {
  return unnest("given", columns, (name) => sql`${arrayLiteral(rows, columns[name])}`);
}

/** The same for a fixed statement, where one value holds each column. */
export type FixedRows<Row, Alias extends string, Name extends string> = {
  from(given: Given<Record<`${Alias}_${Name}`, string>>): SQL;
  values(rows: readonly Row[]): Record<`${Alias}_${Name}`, string>;
};

/** @param alias Its name in SQL, and the beginning of its values' names. */
export const fixedRows =
  <Row>() =>
  <const Alias extends string, const Name extends string>(
    alias: Alias,
    columns: Columns<Row, Name>,
  ): FixedRows<Row, Alias, Name> => ({
    from: (given) => unnest(alias, columns, (name) => given[`${alias}_${name}`]),
    values(rows) {
      const lists: Record<string, string> = {};
      for (const name in columns) lists[`${alias}_${name}`] = arrayLiteral(rows, columns[name]);
      return lists as Record<`${Alias}_${Name}`, string>; // safe: made of these names
    },
  });

function unnest<Name extends string>(alias: string, columns: Columns<never, Name>, arrayOf: (name: Name) => SQL): SQL {
  const names = Object.keys(columns) as Name[]; // safe: it has no others
  const arrays = names.map((name) => sql`${arrayOf(name)}::${sql.raw(columns[name][0])}[]`);
  return sql`unnest(${sql.join(arrays, sql`, `)}) with ordinality as ${sql.raw(`${alias} (${names.join(", ")}, place)`)}`;
}

function arrayLiteral<Row>(
  rows: readonly Row[],
  column: readonly [ColumnType, (row: Row) => Value] | undefined,
): string {
  if (column === undefined) return "{}";
  const [type, valueOf] = column;
  // The text of JSON has no control characters, so what quotes a JSON string quotes it here too, three times as fast.
  const quote = type === "jsonb" ? (text: string) => JSON.stringify(text) : quoted;
  const literals = rows.map((row) => {
    const value = valueOf(row);
    return value === null ? "NULL" : quote(String(value));
  });
  return `{${literals.join(",")}}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
