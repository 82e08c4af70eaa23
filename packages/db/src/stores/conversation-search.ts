import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { conversation } from "../schema/index.ts";

/** Of a name that somebody types, so many words count. */
const MOST_WORDS = 5;

/**
 * A name that more clients have is found sooner by going through the list than by gathering and sorting all of them. The list of one
 * portal may hardly have it, and would be gone through to its end: there it has to be more.
 */
const COMMON = { anywhere: 1_000, onPortal: 5_000 };

/**
 * Clients one of whose names begins with each of the words; null where there is no word. Served by `conversation_person_idx`,
 * except for a common name: Postgres knows nothing of how many begin so, and has to be told.
 *
 * @param portalId Of the list, if it is one portal's: those of others are not gathered.
 */
export function isPersonNamed(
  typed: string,
  { isCommon = false, portalId = null }: { isCommon?: boolean; portalId?: string | null } = {},
): SQL | null {
  const isNamed = nameFits(typed);
  if (isNamed === null) return null;
  // Left to itself, Postgres goes through the whole list for a name that hardly anybody has.
  const isThere = portalId === null ? sql`` : sql` and ${conversation.portalId} = ${portalId}::uuid`;
  const gathered = sql`${conversation.id} = any(array(select ${conversation.id} from ${conversation} where ${isNamed}${isThere}))`;
  return isCommon ? sql`coalesce(${isNamed}, false)` : gathered;
}

/** @param place Where the list is from that is to be gone through. */
export async function isCommonName(db: Database, typed: string, place: keyof typeof COMMON): Promise<boolean> {
  const isNamed = nameFits(typed);
  const least = COMMON[place];
  if (isNamed === null) return false;
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select from ${conversation} where ${isNamed} limit ${least}::int) as named`);
  return row?.count === least;
}

function nameFits(typed: string): SQL | null {
  const words = typed.match(/[\p{L}\p{N}]+/gu)?.slice(0, MOST_WORDS) ?? [];
  if (words.length === 0) return null;
  // Letters and digits only, so nothing of it is read as an operator.
  const query = words.map((word) => `${word}:*`).join(" & ");
  return sql`to_tsvector('simple', ${conversation.personName}) @@ to_tsquery('simple', ${query})`;
}
