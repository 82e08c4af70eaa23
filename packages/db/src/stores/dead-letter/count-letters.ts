import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { LetterFilter } from "./dead-letter.ts";
import { selectLetters } from "./select-letters.ts";

/** How many letters a filter finds. @param most Where counting stops; null counts all of them, which may take seconds. */
export async function countLetters(db: Database, filter: LetterFilter, most: number | null): Promise<number> {
  const limited = most === null ? sql`` : sql`limit ${most}::int`;
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select 1 from (${selectLetters(filter)}) as every ${limited}) as found`);
  return row?.count ?? 0;
}
