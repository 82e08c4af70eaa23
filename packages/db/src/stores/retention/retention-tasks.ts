import { type SQL, sql } from "drizzle-orm";

import { isSilent } from "./is-silent.ts";
import type { RetentionDays } from "./retention-days.ts";
import type { RetentionTask } from "./task.ts";

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

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const later = (one: Date, other: Date) => (one > other ? one : other);
const earlier = (one: Date, other: Date) => (one < other ? one : other);
