import type { B24Client, CallOptions, MethodResult } from "@botdeck/b24-client";

import { type AbsenceDays, dayBeside, timesOf } from "./absence-days.ts";

/** Stands in the description, so that our event is known again. */
const MARK = "botdeck:";

export type AbsenceMark = {
  /** Whose calendar. */
  personId: string;
  days: AbsenceDays;
  /** What the calendar shows, such as "Vacation". */
  name: string;
  /** Stable id of the cause: one event comes of it, however often this is called. */
  key: string;
  /** Where noon is, an IANA name; only half days need it. */
  timeZone?: string;
};

type EventRow = MethodResult<"calendar.event.get">[number];

/**
 * Marks a person as absent in their own calendar, or finds the event that an earlier try left behind. Planners and other
 * bots see it. It makes one attempt; when that ends in doubt, the next call looks first.
 *
 * @param client With the rights of the person, or of an administrator: nobody else may write there.
 * @returns The event's id.
 * @see Bitrix24 docs: calendar/calendar-event/calendar-event-get, calendar-event-add
 */
export async function markAbsence(client: B24Client, mark: AbsenceMark, options?: CallOptions): Promise<string> {
  const existing = await findMark(client, mark, options);
  if (existing !== null) return existing;
  const { personId, days, name, key, timeZone = "UTC" } = mark;
  const event = {
    type: "user",
    ownerId: personId,
    name,
    description: `${MARK}${key}`,
    accessibility: "absent",
    auto_detect_section: "Y",
    ...timesOf(days, timeZone),
  };
  return String(await client.call("calendar.event.add", event, options));
}

/** The event that a cause left behind, by its mark; null when there is none. @see Bitrix24 docs: calendar-event-get */
export async function findMark(
  client: B24Client,
  { personId, days, key }: Pick<AbsenceMark, "personId" | "days" | "key">,
  options?: CallOptions,
): Promise<string | null> {
  // A portal reads the days in its own time zone: one more at each end.
  const [from, to] = [dayBeside(days.fromDay, -1), dayBeside(days.toDay, 1)];
  const events = await client.call("calendar.event.get", { type: "user", ownerId: personId, from, to }, options);
  return events.find((event) => isMarked(event, key))?.ID ?? null;
}

/** The mark ends its line: a longer key is another one. People may write around it. */
function isMarked({ DESCRIPTION, DELETED }: EventRow, key: string): boolean {
  if (DELETED === true) return false;
  return (DESCRIPTION ?? "").split(/[\s<>]+/u).includes(`${MARK}${key}`);
}
