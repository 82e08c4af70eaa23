import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type FigureFilter, isCounted } from "./figure-filter.ts";
import type { FigurePeriod } from "./figure-period.ts";

/** So many of each can be chosen; a menu with more helps nobody. */
const MOST = 100;
const CHOICE = ["bot_id", "line_id", "intent", "topic", "dialog", "language"] as const;

export type FigureChoices = Record<"botIds" | "lineIds" | "intents" | "topics" | "dialogs" | "languages", string[]>;

/** What a filter can ask for: the values that visits of a period have, on one portal or all. By month, so it may name a few more. */
export async function figureChoices(
  db: Database,
  filter: Pick<FigureFilter, "audience" | "portalId">,
  { from, to }: FigurePeriod,
): Promise<FigureChoices> {
  const any = {
    botId: null,
    lineId: null,
    intent: null,
    topic: null,
    dialog: null,
    dialogVersion: null,
    language: null,
  };
  const lists = CHOICE.map((name) => {
    const column = sql.raw(name);
    return sql`(select coalesce(json_agg(value), '[]') from (
      select ${column}::text as value from asked where ${column} is not null group by 1 order by sum(count) desc, 1 limit ${MOST}::int
    ) as named) as ${column}`;
  });
  const [row] = await db.execute<Record<(typeof CHOICE)[number], string[]>>(sql`
    with asked as materialized (
      select ${sql.raw(CHOICE.join(", "))}, sum(count) as count from outcome_month
      where month between date_trunc('month', ${from}::date)::date and ${to}::date and ${isCounted({ ...any, ...filter })}
      group by ${sql.raw(CHOICE.join(", "))}
    ) select ${sql.join(lists, sql`, `)}`);
  return {
    botIds: row?.bot_id ?? [],
    lineIds: row?.line_id ?? [],
    intents: row?.intent ?? [],
    topics: row?.topic ?? [],
    dialogs: row?.dialog ?? [],
    languages: row?.language ?? [],
  };
}
