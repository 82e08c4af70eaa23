import { type SQL, sql } from "drizzle-orm";

import { idAt } from "./id-at.ts";

/** One kind of rows that go by their age. */
export type RetentionTask = {
  name: string;
  table: SQL;
  /** Rows made at this instant or later are not even looked at. */
  before: Date;
  /** Which of them go. Never what waits, runs, is under way or in doubt, and never a dead letter that nobody handled. */
  isOver: SQL;
  /** What is set in them; without it they are deleted. */
  change?: SQL;
  /** Rows looked at in one short transaction. */
  rowsAtOnce: number;
};

/** The statement for the next rows of a task: a range of ids, so that it costs the same whatever went before it. */
export function takeStep(
  { table, before, isOver, change, rowsAtOnce }: RetentionTask,
  after: string,
  isDryRun: boolean,
) {
  const gone =
    change === undefined
      ? sql`delete from ${table} where id in (select id from chosen)`
      : sql`update ${table} set ${change} where id in (select id from chosen)`;
  return sql`
    with walked as materialized (
      select id from ${table} where id > ${after}::uuid and id < ${idAt(before)}::uuid
      order by id limit ${rowsAtOnce}::int
    ), chosen as materialized (
      select id from ${table} old where id in (select id from walked) and ${isOver}
      ${isDryRun ? sql`` : sql`for update skip locked`}
    ), gone as (${isDryRun ? sql`select id from chosen` : sql`${gone} returning id`})
    select (select max(id::text) from walked) as last, (select count(*)::int from walked) as walked,
           (select count(*)::int from gone) as gone`;
}
