import { eq, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { portalLogin } from "../../schema/index.ts";

export type PassTargets = { lineIds: string[]; people: { id: string; name: string }[] };

const MOST_LINES = 50;
/** Hand-overs that are looked through for people who take dialogs. */
const LATEST_TAKEN = 200;

/** To whom a dialog of this portal can be given, as far as it was seen: lines that clients came by, and people who take dialogs. */
export async function passTargets(db: Database, portalId: string): Promise<PassTargets> {
  // From one line to the next in the index, however many conversations each has.
  const lines = await db.execute<{ line_id: string }>(sql`
    with recursive line as (
      (select min(line_id) as line_id from conversation where portal_id = ${portalId}::uuid)
      union all
      select (select min(line_id) from conversation where portal_id = ${portalId}::uuid and line_id > line.line_id)
      from line where line.line_id is not null
    )
    select line_id from line where line_id is not null limit ${MOST_LINES}::int`);
  const linked = await db
    .select({ id: portalLogin.personId, name: portalLogin.personName })
    .from(portalLogin)
    .where(eq(portalLogin.portalId, portalId));
  const takers = await db.execute<{ id: string; name: string | null }>(sql`
    select id, (
      select said.author_name from message said
      where said.conversation_id = latest.conversation_id and said.author = 'operator' and said.author_id = latest.id
      order by said.seq desc limit 1
    ) as name
    from (
      select distinct on (taken_by) taken_by as id, conversation_id
      from (
        select taken_by, conversation_id from handoff
        where portal_id = ${portalId}::uuid and taken_by ~ '^[0-9]+$'
        order by id desc limit ${LATEST_TAKEN}::int
      ) as recent
    ) as latest`);
  const people = new Map(linked.map((person) => [person.id, person]));
  for (const { id, name } of takers) if (name !== null && !people.has(id)) people.set(id, { id, name });
  return {
    lineIds: lines.map(({ line_id }) => line_id),
    people: [...people.values()].toSorted((one, other) => one.name.localeCompare(other.name)),
  };
}
