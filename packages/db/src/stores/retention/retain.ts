import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { RetentionDays } from "./retention-days.ts";
import { retentionTasks } from "./retention-tasks.ts";
import { takeStep } from "./task.ts";

/** So many rows of one kind went, or lost what was to go. */
export type RetentionStep = { name: string; gone: number };

type Options = {
  days: RetentionDays;
  /** Ages are counted from here. */
  now: Date;
  /** Counts what would go and changes nothing. */
  isDryRun?: boolean;
  /** How far each kind was looked through, by an earlier run: it goes on there. Empty looks through everything. */
  places?: Map<string, string>;
};

/** Below every id. */
const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const LOGINS_AT_ONCE = 1_000;
const RECORDS_AT_ONCE = 1_000;
/** A record that nothing happened to for so long is read anew when something does. */
const RECORD_MS = 180 * 24 * 3_600_000;
const RECORDS = [
  { name: "records seen", table: "portal_record", at: "seen_at" },
  { name: "records taken", table: "record_claim", at: "created_at" },
] as const;

/**
 * Removes what is kept no longer, a little at a time: each step is one short transaction over a range of ids, waits for
 * no lock, and leaves alone what somebody else holds. Stop between steps whenever you like.
 */
export async function* retain(
  db: Database,
  { days, now, isDryRun = false, places = new Map() }: Options,
): AsyncGenerator<RetentionStep, void> {
  for (const task of retentionTasks(days, now)) {
    for (let hasMore = true; hasMore;) {
      const statement = takeStep(task, places.get(task.name) ?? FIRST_ID, isDryRun);
      const [step] = await db.execute<{ last: string | null; walked: number; gone: number }>(statement);
      if (step === undefined || step.last === null) break;
      places.set(task.name, step.last);
      hasMore = step.walked === task.rowsAtOnce;
      yield { name: task.name, gone: step.gone };
    }
  }
  for (const table of ["auth_session", "auth_verification"] as const) yield await endLogins(db, table, now, isDryRun);
  yield await endEventTokens(db, now, isDryRun);
  for (const records of RECORDS) yield await forgetRecords(db, records, now, isDryRun);
}

/** Sessions and sign-in proofs whose time is over: few, so that no order of them is needed. */
async function endLogins(
  db: Database,
  table: "auth_session" | "auth_verification",
  now: Date,
  isDryRun: boolean,
): Promise<RetentionStep> {
  const over = sql`select id from ${sql.raw(table)} where expires_at < ${now.toISOString()}::timestamptz`;
  const gone = await db.execute(
    isDryRun
      ? over
      : sql`delete from ${sql.raw(table)} where id in (${over} limit ${LOGINS_AT_ONCE}::int) returning id`,
  );
  return { name: table === "auth_session" ? "sessions" : "sign-ins", gone: gone.length };
}

/** Tokens that came with events and have ended: a row a person at most. */
async function endEventTokens(db: Database, now: Date, isDryRun: boolean): Promise<RetentionStep> {
  const over = sql`from event_token where expires_at < ${now.toISOString()}::timestamptz`;
  const gone = await db.execute(isDryRun ? sql`select 1 ${over}` : sql`delete ${over} returning 1`);
  return { name: "event tokens", gone: gone.length };
}

/** What was seen of records, for their next change to be compared with, and who took them into work. */
async function forgetRecords(
  db: Database,
  { name, table, at }: (typeof RECORDS)[number],
  now: Date,
  isDryRun: boolean,
): Promise<RetentionStep> {
  const before = new Date(now.getTime() - RECORD_MS).toISOString();
  const [rows, seen] = [sql.raw(table), sql.raw(at)];
  const over = sql`select portal_id, subject from ${rows} where ${seen} < ${before}::timestamptz`;
  const gone = await db.execute(
    isDryRun
      ? over
      : sql`delete from ${rows} where (portal_id, subject) in (${over} limit ${RECORDS_AT_ONCE}::int) returning 1`,
  );
  return { name, gone: gone.length };
}
