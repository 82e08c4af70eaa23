import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { causeOf } from "../../schema/cause.ts";
import type { LetterFilter, LetterWhat } from "./dead-letter.ts";
import { selectLetters } from "./select-letters.ts";

/** So many letters of one kind on one portal that share a cause. */
export type LetterCause = {
  causeId: string;
  /** Without ids, numbers and addresses. */
  cause: string;
  what: LetterWhat;
  kind: string;
  portalId: string;
  portalDomain: string | null;
  count: number;
  firstAt: Date;
  lastAt: Date;
};

const CAUSES = 200;
/** Of more letters than these the newest are looked at: reading the words of a million takes longer than anybody waits. */
const LETTERS_IN_CAUSES = 10_000;

type Row = Record<"cause_id" | "cause" | "kind" | "portal_id" | "first_at" | "last_at", string> & {
  what: LetterWhat;
  domain: string | null;
  count: number;
};

/** What the newest letters died of, the most frequent cause first; 200 at most. */
export async function countCauses(db: Database, filter: LetterFilter): Promise<LetterCause[]> {
  const newest = sql`order by settled_at desc limit ${LETTERS_IN_CAUSES}::int`;
  const rows = await db.execute<Row>(sql`
    select md5(cause) as cause_id, cause, what, letter.kind, letter.portal_id, portal.domain, count(*)::int as count,
           min(settled_at) as first_at, max(settled_at) as last_at
    from (
      select *, ${causeOf("last_error")} as cause
      from (select * from (${selectLetters(filter, { begin: sql`true`, end: newest })}) as every ${newest}) as found
    ) as letter
    left join portal on portal.id = letter.portal_id
    group by cause, what, letter.kind, letter.portal_id, portal.domain
    order by count desc, last_at desc, cause_id
    limit ${CAUSES}::int`);
  return rows.map(({ cause_id, cause, what, kind, portal_id, domain, count, first_at, last_at }) => ({
    causeId: cause_id,
    cause,
    what,
    kind,
    portalId: portal_id,
    portalDomain: domain,
    count,
    firstAt: new Date(first_at),
    lastAt: new Date(last_at),
  }));
}
