import { type SQL, sql } from "drizzle-orm";

const CAUSE_CHARACTERS = 200;

/** Addresses carry secrets; ids and numbers tell one letter from another, and not one cause. */
const ADDRESS = `https?://[^[:space:]"']+`;
const NUMBER = `[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]+`;

/** What letters have in common whose errors differ in ids, numbers and addresses only: `No chat 17` → `No chat #`. */
export const causeOf = (error: SQL): SQL => sql`left(
  regexp_replace(regexp_replace(coalesce(${error}, ''), ${ADDRESS}, '…', 'g'), ${NUMBER}, '#', 'g'),
  ${CAUSE_CHARACTERS}::int)`;

/** A cause by a name that fits into an address. */
export const causeIdOf = (error: SQL): SQL => sql`md5(${causeOf(error)})`;
