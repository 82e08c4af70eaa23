import { type Database, namesOfPeople, type Notification, recordsOfEvents, titlesOfAlertGroups } from "@botdeck/db";
import { z } from "zod";

/** What notifications only have ids of. */
export type WordsOfPage = {
  /** By portal user id. */
  people: ReadonlyMap<string, string>;
  /** What records and groups of alerts are called, by subject. */
  titles: ReadonlyMap<string, string>;
};

/** What people and subjects of these notifications are called, as far as dialogs, events and alerts of the portal tell. */
export async function wordsOfPage(db: Database, portalId: string, rows: readonly Notification[]): Promise<WordsOfPage> {
  const groupIds = rows.flatMap(({ subject }) => alertIdOf(subject) ?? []);
  const eventIds = rows.map(({ eventId }) => eventId);
  const [met, records, groups] = await Promise.all([
    namesOfPeople(db, portalId, rows.flatMap(peopleIn)),
    recordsOfEvents(db, portalId, eventIds),
    titlesOfAlertGroups(db, portalId, groupIds),
  ]);
  // The latest event comes last: what it says counts.
  const changes = records.toReversed();
  const paged = groups.flatMap(({ people }) => Object.entries(people));
  const inRecords = changes.flatMap(({ people }) =>
    Object.entries(people).map(([id, { name }]) => [id, name] as const),
  );
  const called = [...paged, ...inRecords, ...met].filter(([, name]) => name !== "");
  const ofRecords = changes.flatMap(({ subject, title }) => (title === null ? [] : [[subject, title] as const]));
  const ofAlerts = groups.map(({ id, title }) => [`alert:${id}`, title] as const);
  return { people: new Map(called), titles: new Map([...ofRecords, ...ofAlerts]) };
}

/** The group of alerts that a notification is about; null when it is about something else. */
export function alertIdOf(subject: string): string | null {
  const [kind, id] = subject.split(":");
  return kind === "alert" ? (z.uuid().safeParse(id).data ?? null) : null;
}

/** Ids of whoever a notification goes to, and of those its path names. */
function peopleIn({ dialogId, path }: Notification): string[] {
  const actorIds = path.map(({ facts }) => facts["actorId"]);
  return [dialogId, ...actorIds].filter((id): id is string => typeof id === "string");
}
