import { newId } from "@botdeck/core/ids";
import { timestamp, uuid } from "drizzle-orm/pg-core";

/** Time-ordered primary key. */
export const id = () =>
  uuid()
    .primaryKey()
    .$defaultFn(() => newId());

/** An instant; always with a zone. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** The instant the row was made, by the database's clock. */
export const createdAt = () => instant().notNull().defaultNow();
