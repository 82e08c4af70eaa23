import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";

/** What conversations may be told apart by: the bots, and the open lines and topics that there are conversations of. */
export type ConversationChoices = {
  bots: { id: string; portalId: string; name: string }[];
  lines: { portalId: string; lineId: string }[];
  topics: string[];
};

/** Reads them by going from value to value in an index, so that a million conversations cost no more than a hundred. */
export async function conversationChoices(db: Database): Promise<ConversationChoices> {
  const [bots, lines, topics] = await Promise.all([
    db.execute<{ id: string; portal_id: string; name: string }>(
      sql`select id, portal_id, name from bot where state <> 'removed' order by name, id`,
    ),
    db.execute<{ portal_id: string; line_id: string }>(sql`
      with recursive line as (
        (select portal_id, line_id from conversation where line_id is not null order by portal_id, line_id limit 1)
        union all
        select next.portal_id, next.line_id from line cross join lateral (
          select portal_id, line_id from conversation
          where (portal_id, line_id) > (line.portal_id, line.line_id) order by portal_id, line_id limit 1
        ) as next
      )
      select portal_id, line_id from line`),
    db.execute<{ topic: string }>(sql`
      with recursive known as (
        (select topic from conversation where topic is not null order by topic limit 1)
        union all
        select next.topic from known cross join lateral (
          select topic from conversation where topic > known.topic order by topic limit 1
        ) as next
      )
      select topic from known`),
  ]);
  return {
    bots: bots.map(({ id, portal_id, name }) => ({ id, name, portalId: portal_id })),
    lines: lines.map(({ portal_id, line_id }) => ({ portalId: portal_id, lineId: line_id })),
    topics: topics.map(({ topic }) => topic),
  };
}
