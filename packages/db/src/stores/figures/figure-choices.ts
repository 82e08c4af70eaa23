import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type FigureFilter, isCounted } from "./figure-filter.ts";
import { type FigurePeriod, monthOf } from "./figure-period.ts";
import { isOfGrain } from "./grains.ts";
import { VISITS } from "./summed-outcomes.ts";

/** So many of each can be chosen; a menu with more helps nobody. */
const MOST = 100;
const ANY = {
  botId: null,
  lineId: null,
  intent: null,
  topic: null,
  dialog: null,
  dialogVersion: null,
  language: null,
};
const CHOICE = ["bot_id", "line_id", "intent", "topic", "dialog", "language"] as const;

export type FigureChoices = Record<"botIds" | "lineIds" | "intents" | "topics" | "dialogs" | "languages", string[]>;

/** What a filter can ask for: the values that visits of a period have, on one portal or all. By month, so it may name a few more. */
export async function figureChoices(
  db: Database,
  filter: Pick<FigureFilter, "audience" | "portalId">,
  { from, to }: FigurePeriod,
): Promise<FigureChoices> {
  const told = (name: (typeof CHOICE)[number]) => (name === "bot_id" ? [] : [name]);
  const lists = CHOICE.map((name) => {
    const column = sql.raw(name);
    return sql`(select coalesce(json_agg(value), '[]') from (
      select ${column}::text as value from outcome_month
      where ${isOfGrain("month", told(name))} and month between ${monthOf(from)}::date and ${to}::date
        and ${isCounted({ ...ANY, ...filter })} and ${column} is not null
      group by 1 order by sum(${VISITS}) desc, 1 limit ${MOST}::int
    ) as named) as ${column}`;
  });
  const [row] = await db.execute<Record<(typeof CHOICE)[number], string[]>>(sql`select ${sql.join(lists, sql`, `)}`);
  return {
    botIds: row?.bot_id ?? [],
    lineIds: row?.line_id ?? [],
    intents: row?.intent ?? [],
    topics: row?.topic ?? [],
    dialogs: row?.dialog ?? [],
    languages: row?.language ?? [],
  };
}
