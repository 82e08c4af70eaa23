import { type SQL, sql } from "drizzle-orm";

import { idAt } from "./id-at.ts";
import type { RetentionDays } from "./retention-days.ts";

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

const DAY_MS = 24 * 3_600_000;
const ROWS_AT_ONCE = 1_000;
/** Who asked for a report may have its table for so long. */
const REPORT_FILE_DAYS = 1;
/** Why somebody was told, or not, and what hooks were sent, can be asked for so long. */
const NOTIFICATION_DAYS = 14;
/** What there was of alerts can be looked through for so long after they were over. */
const ALERT_DAYS = 90;
/** Each may be as large as a file gets. */
const REPORT_FILES_AT_ONCE = 50;
/** A conversation takes its messages along. */
const CONVERSATIONS_AT_ONCE = 20;

/** What is too old at an instant, in the order in which it goes. */
export function retentionTasks(days: RetentionDays, now: Date): RetentionTask[] {
  const ago = (count: number) => new Date(now.getTime() - count * DAY_MS);
  const [payload, key, effect] = [ago(days.payload), ago(days.dedupeKey), ago(days.effect)];
  const discarded = ago(days.discarded);
  const settled = (statuses: SQL, at: Date) => sql`(status in (${statuses}) and settled_at < ${instant(at)})`;
  const [done, left, aside] = [sql`'done', 'ignored'`, sql`'sent', 'cancelled'`, sql`'discarded'`];
  return [
    {
      name: "event payloads",
      table: sql`inbox_event`,
      before: later(payload, discarded),
      isOver: sql`body is not null and (${settled(done, payload)} or ${settled(aside, discarded)})`,
      change: sql`body = null`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      name: "event keys",
      table: sql`inbox_event`,
      before: key,
      isOver: sql`(${settled(done, key)} or ${settled(aside, earlier(key, discarded))})`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      name: "effects",
      table: sql`outbox_effect`,
      before: later(effect, discarded),
      isOver: sql`(${settled(left, effect)} or ${settled(aside, discarded)})`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      // What stood in a letter before somebody changed it is kept as long as what stands in it now.
      name: "edits of letters",
      table: sql`letter_edit`,
      before: now,
      isOver: sql`not exists (select 1 from inbox_event event where event.id = old.letter_id and event.body is not null)
        and not exists (select 1 from outbox_effect effect
          where effect.id = old.letter_id and effect.body <> jsonb_build_object('kind', effect.kind))`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      name: "conversations",
      table: sql`conversation`,
      before: ago(days.transcript),
      isOver: isSilent(ago(days.transcript)),
      rowsAtOnce: CONVERSATIONS_AT_ONCE,
    },
    {
      // The figures stay.
      name: "clients in outcomes",
      table: sql`outcome`,
      before: ago(days.transcript),
      isOver: sql`(person_id is not null or rating_comment is not null)`,
      change: sql`person_id = null, rating_comment = null`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      // What somebody gave a meaning stays: it is what bots were taught.
      name: "examples for training",
      table: sql`training_example`,
      before: ago(days.transcript),
      isOver: sql`state <> 'assigned'`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      name: "absences",
      table: sql`absence`,
      before: ago(days.transcript),
      isOver: sql`(state not in ('requested', 'approved') and updated_at < ${instant(ago(days.transcript))})`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      // With what was written about them. One that was merged goes with the one that sees it through, or before it.
      name: "tickets",
      table: sql`ticket`,
      before: ago(days.transcript),
      isOver: sql`(state in ('closed', 'merged') and updated_at < ${instant(ago(days.transcript))})`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      // What still waits is told of when its time is over, and goes then.
      name: "parked work",
      table: sql`parked_work`,
      before: payload,
      isOver: sql`(released_at < ${instant(payload)})`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      // Tables and pictures that were made for one answer.
      name: "files of reports",
      table: sql`kept_file`,
      before: ago(REPORT_FILE_DAYS),
      isOver: sql`source_file_id like 'report:%'`,
      rowsAtOnce: REPORT_FILES_AT_ONCE,
    },
    {
      name: "stopped schedules",
      table: sql`schedule`,
      before: effect,
      isOver: sql`state = 'stopped'`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      name: "notifications",
      table: sql`notification`,
      before: ago(NOTIFICATION_DAYS),
      isOver: sql`outcome <> 'held'`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      name: "posts of hooks as seen",
      table: sql`hook_sample`,
      before: ago(NOTIFICATION_DAYS),
      isOver: sql`true`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      // With their timelines.
      name: "alerts",
      table: sql`alert_group`,
      before: ago(ALERT_DAYS),
      isOver: sql`(state = 'resolved' and resolved_at < ${instant(ago(ALERT_DAYS))})`,
      rowsAtOnce: CONVERSATIONS_AT_ONCE,
    },
    {
      // Of a group that fires again and again its timeline would grow for ever.
      name: "timelines of alerts",
      table: sql`alert_event`,
      before: ago(ALERT_DAYS),
      isOver: sql`exists (select 1 from alert_group where alert_group.id = old.group_id and alert_group.episode > old.episode)`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      name: "turns of duty that were swapped",
      table: sql`rota_override`,
      before: ago(ALERT_DAYS),
      isOver: sql`until_at < ${instant(ago(ALERT_DAYS))}`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      // What a job has set aside is gone by then, and cannot be taken back; who did it stands in the audit log.
      name: "jobs",
      table: sql`bulk_job`,
      before: discarded,
      isOver: sql`finished_at < ${instant(discarded)}`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      name: "acts",
      table: sql`audit_log`,
      before: ago(days.audit),
      isOver: sql`at < ${instant(ago(days.audit))}`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      name: "outages",
      table: sql`outage`,
      before: ago(days.outage),
      isOver: sql`state = 'closed' and ended_at < ${instant(ago(days.outage))}`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    {
      name: "signs of life",
      table: sql`gateway_beat`,
      before: ago(days.outage),
      isOver: sql`beat_at < ${instant(ago(days.outage))}`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
  ];
}

/** Nothing was said for long, and nothing of it is still to come: no workflow, no effect, no event. */
const isSilent = (since: Date) => sql`last_message_at < ${instant(since)}
  and not exists (select 1 from workflow_ref flow where flow.conversation_id = old.id and flow.state <> 'ended')
  and not exists (
    select 1 from outbox_effect effect
    where effect.conversation_id = old.id and effect.status in ('ready', 'sending', 'uncertain', 'dead')
  )
  and not exists (
    select 1 from inbox_event event
    where event.status = 'waiting' and event.portal_id = old.portal_id
      and event.lane collate "C" = old.bot_id || ':' || old.dialog_id
  )
  and not exists (
    select 1 from inbox_event event where event.status = 'running' and event.lane = old.bot_id || ':' || old.dialog_id
  )
  and not exists (
    select 1 from inbox_event event where event.status = 'dead' and event.lane = old.bot_id || ':' || old.dialog_id
  )`;

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const later = (one: Date, other: Date) => (one > other ? one : other);
const earlier = (one: Date, other: Date) => (one < other ? one : other);

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
