import { type SQL, sql } from "drizzle-orm";

import { announce } from "../../channel.ts";
import type { Database, DatabaseHandle } from "../../client.ts";
import { type Actor, noteActs } from "../audit.ts";
import { wakeDeliverer } from "../outbox.ts";
import { eraseAbsences } from "./erase-absences.ts";
import { eraseDialogs, type ErasedDialogs } from "./erase-dialogs.ts";
import { eraseEffects, type ErasedEffects } from "./erase-effects.ts";
import { eraseEvents } from "./erase-events.ts";
import { eraseNotifications } from "./erase-notifications.ts";
import { eraseTickets } from "./erase-tickets.ts";
import { eraseHeads, eraseWords } from "./erase-words.ts";
import { ownDialogs, type PortalPerson } from "./person.ts";

/** What was found of a person, and erased unless it was a dry run. */
export type Erasure = ErasedDialogs &
  ErasedEffects & {
    /** Events that lost their content, and those that waited for their permission. */
    events: number;
    /** What they wrote in dialogs with others, and conversations that named them as the last to speak. */
    words: number;
    heads: number;
    tokens: number;
    /** Days off that they had asked for. */
    absences: number;
    /** Tickets that they had asked for. */
    tickets: number;
    /** What was done again and again for them, or about them. */
    schedules: number;
    /** What they were told, or would have been. */
    notifications: number;
    /** That they are somebody of the console. */
    logins: number;
    /** Words of theirs that bots were to learn from, or have. */
    examples: number;
  };

/**
 * Erases what is kept of a person of a portal: their dialogs whole, elsewhere what they wrote and the answers to it, the
 * events of both, their authorisation. Keys and counts stay, so that nothing of it is taken in or done again. What had
 * still to be sent to them is cancelled.
 *
 * In many short transactions, and harmless to repeat: one that was interrupted is run again. What is written while it runs
 * is new.
 */
export async function erasePerson(
  db: DatabaseHandle["db"],
  person: PortalPerson,
  {
    actor,
    isDryRun,
    reason,
  }: { actor: Actor; isDryRun: boolean; /** Who asked for it and why; without names. */ reason?: string },
): Promise<Erasure> {
  const why = reason === undefined ? {} : { reason };
  if (!isDryRun) await noteErasure(db, actor, person, "person.eraseBegun", why);
  const { own, eventIds } = await eraseEventsOfOwn(db, person, isDryRun);
  const words = await eraseWords(db, person, own, isDryRun);
  const dialogs = await eraseDialogs(db, person, own, isDryRun);
  const sharedIds = [...new Set(words.map(({ conversationId }) => conversationId))];
  const caused = [...new Set([...eventIds, ...words.flatMap(({ eventId }) => eventId ?? [])])];
  const effects = await eraseEffects(db, person, own, caused, isDryRun);
  const heads = await eraseHeads(db, person, sharedIds, isDryRun);
  const tokens = await eraseTokens(db, person, isDryRun);
  const parked = await eraseRows(db, sql`parked_work`, person, isDryRun);
  const absences = await eraseAbsences(db, person, isDryRun);
  const tickets = await eraseTickets(db, person, isDryRun);
  const schedules = await eraseSchedules(db, person, isDryRun);
  const notifications = await eraseNotifications(db, person, isDryRun);
  const logins = await erasePortalLogins(db, person, isDryRun);
  const examples = await eraseExamples(db, person, isDryRun);
  if (!isDryRun) await eraseFindings(db, person);
  const erasure = {
    events: eventIds.length + parked,
    words: words.length,
    heads,
    tokens,
    absences,
    tickets,
    schedules,
    notifications,
    logins,
    examples,
    ...dialogs,
    ...effects,
  };
  if (!isDryRun) {
    await noteErasure(db, actor, person, "person.erase", { ...erasure, ...why });
    await announce(db, "botdeck_live", [...sharedIds, ...own.map(({ conversationId }) => conversationId)]);
    // Bots forget what they were taught with them.
    if (examples > 0) await announce(db, "botdeck_desk", ["training"]);
    await wakeDeliverer(db);
  }
  return erasure;
}

/** Events first: whoever wrote a turn meanwhile was waited for, and may have begun a dialog of theirs that is to go as well. */
async function eraseEventsOfOwn(db: Database, person: PortalPerson, isDryRun: boolean) {
  const known = await ownDialogs(db, person);
  const eventIds = await eraseEvents(db, person, known, isDryRun);
  const own = await ownDialogs(db, person);
  const isKnown = new Set(known.map(({ conversationId }) => conversationId));
  const begun = own.filter(({ conversationId }) => !isKnown.has(conversationId));
  if (begun.length > 0) eventIds.push(...(await eraseEvents(db, person, begun, isDryRun)));
  return { own, eventIds };
}

/**
 * Written down before and after: what is erased is gone also when the process ends in between. The person's id says nothing
 * about anybody without the portal, and without it nobody could prove that it was done.
 */
async function noteErasure(
  db: Database,
  actor: Actor,
  { portalId, portalUserId }: PortalPerson,
  action: "person.eraseBegun" | "person.erase",
  detail: Record<string, unknown>,
): Promise<void> {
  await noteActs(db, actor, [{ action, subjectId: `person:${portalId}:${portalUserId}`, detail }]);
}

/** Their access tokens, and the links by which they were to give new ones. */
async function eraseTokens(db: Database, person: PortalPerson, isDryRun: boolean): Promise<number> {
  let count = 0;
  for (const table of [sql`oauth_token`, sql`event_token`, sql`authorization_request`]) {
    count += await eraseRows(db, table, person, isDryRun);
  }
  return count;
}

/** Rows that are a person's own. */
async function eraseRows(
  db: Database,
  table: SQL,
  { portalId, portalUserId }: PortalPerson,
  isDryRun: boolean,
): Promise<number> {
  const theirs = sql`from ${table} where portal_id = ${portalId}::uuid and user_id = ${portalUserId}`;
  return (await db.execute(isDryRun ? sql`select 1 ${theirs}` : sql`delete ${theirs} returning 1`)).length;
}

/** What is done again and again for them, or is about them. */
async function eraseSchedules(
  db: Database,
  { portalId, portalUserId }: PortalPerson,
  isDryRun: boolean,
): Promise<number> {
  const isAbout = sql`input #>> '{whose,kind}' = 'person' and input #>> '{whose,id}' = ${portalUserId}`;
  const theirs = sql`from schedule where portal_id = ${portalId}::uuid and (owner_id = ${portalUserId} or (${isAbout}))`;
  return (await db.execute(isDryRun ? sql`select 1 ${theirs}` : sql`delete ${theirs} returning 1`)).length;
}

/** That somebody of the console is this person. Their log-in stays: it is no part of the portal. */
async function erasePortalLogins(
  db: Database,
  { portalId, portalUserId }: PortalPerson,
  isDryRun: boolean,
): Promise<number> {
  const theirs = sql`from portal_login where portal_id = ${portalId}::uuid and person_id = ${portalUserId}`;
  return (await db.execute(isDryRun ? sql`select 1 ${theirs}` : sql`delete ${theirs} returning 1`)).length;
}

/** Also out of what bots were taught. */
async function eraseExamples(
  db: Database,
  { portalId, portalUserId }: PortalPerson,
  isDryRun: boolean,
): Promise<number> {
  const theirs = sql`from training_example where portal_id = ${portalId}::uuid and person_id = ${portalUserId}`;
  return (await db.execute(isDryRun ? sql`select 1 ${theirs}` : sql`delete ${theirs} returning 1`)).length;
}

/** Past outages name the dialogs that were looked through, a private one by its person's id. */
async function eraseFindings(db: Database, { portalId, portalUserId }: PortalPerson): Promise<void> {
  const isTheirs = sql`finding ->> 'where' like portal.domain || '% ' || ${portalUserId}::text`;
  await db.execute(sql`
    update outage set findings = (
      select jsonb_agg(case when ${isTheirs} then jsonb_set(finding, '{where}', '"erased"') else finding end)
      from jsonb_array_elements(outage.findings) as finding
    )
    from portal
    where portal.id = ${portalId}::uuid and outage.state = 'closed'
      and exists (select 1 from jsonb_array_elements(outage.findings) as finding where ${isTheirs})`);
}
