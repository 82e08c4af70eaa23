import { type SQL, sql } from "drizzle-orm";

/** The types that statements of this package take lists of. */
type ColumnType = "uuid" | "text" | "jsonb" | "int" | "boolean";
type Value = string | number | boolean | null;

/**
 * Rows for a `from`, as one array parameter a column: the statement has the same text however many there are. Named
 * `given`, with `place` for their order. As array literals, because the driver does not know array types (its look-up of
 * them is off, see client.ts).
 *
 * @param columns Type and value of each column, by its name in SQL.
 */
export function givenRows<Row>(
  rows: readonly Row[],
  columns: Readonly<Record<string, readonly [ColumnType, (row: Row) => Value]>>,
): SQL {
  const arrays = Object.values(columns).map(
    ([type, valueOf]) => sql`${arrayLiteral(rows.map(valueOf), type)}::${sql.raw(type)}[]`,
  );
  const names = sql.raw(Object.keys(columns).join(", "));
  return sql`unnest(${sql.join(arrays, sql`, `)}) with ordinality as given (${names}, place)`;
}

function arrayLiteral(values: readonly Value[], type: ColumnType): string {
  // The text of JSON has no control characters, so what quotes a JSON string quotes it here too, three times as fast.
  const quote = type === "jsonb" ? (text: string) => JSON.stringify(text) : quoted;
  return `{${values.map((value) => (value === null ? "NULL" : quote(String(value)))).join(",")}}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
