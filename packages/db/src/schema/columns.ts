import { newId } from "@botdeck/core/ids";
import { type AnyColumn, sql } from "drizzle-orm";
import { check, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Time-ordered primary key. */
export const id = () =>
  uuid()
    .primaryKey()
    .$defaultFn(() => newId());

/** An instant; always with a zone. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** Bytes as they are. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** The instant the row was made, by the database's clock. */
export const createdAt = () => instant().notNull().defaultNow();

/** Enums are text with a check: a new value is one migration, and a wrong one is refused. Only for constants of our code. */
export const checkOneOf = (name: string, column: AnyColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`);
