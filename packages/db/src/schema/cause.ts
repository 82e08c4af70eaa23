import { type SQL, sql } from "drizzle-orm";

const CAUSE_CHARACTERS = 200;

/** Addresses carry secrets; ids and numbers tell one letter from another, and not one cause. */
const ADDRESS = `https?://[^[:space:]"'']+`;
const NUMBER = `[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]+`;

/**
 * What letters have in common whose errors differ in ids, numbers and addresses only: `No chat 17` → `No chat #`. All of it is
 * literal, so that an index on it serves.
 *
 * @param error Name of the column.
 */
export const causeOf = (error: string): SQL =>
  sql.raw(
    `left(regexp_replace(regexp_replace(coalesce(${error}, ''), '${ADDRESS}', '…', 'g'), '${NUMBER}', '#', 'g'), ${CAUSE_CHARACTERS})`,
  );

/** A cause by a name that fits into an address. */
export const causeIdOf = (error: string): SQL => sql`md5(${causeOf(error)})`;
