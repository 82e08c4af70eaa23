import type { Portal } from "../../portal.ts";
import type { CalendarEvent } from "../../state/calendar.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { flag, integer, list, record, text, type Params } from "../params.ts";
import { isZone, readDay, readMoment } from "./dates.ts";
import { calendarError, invalidValue, isMissing } from "./errors.ts";
import { readRule } from "./read-rule.ts";

const PORTAL_ZONE = "UTC";
const COLOR = /^#?[0-9a-f]{6}$/i;
const ACCESSIBILITY: CalendarEvent["accessibility"][] = ["busy", "quest", "free", "absent"];
const IMPORTANCE: CalendarEvent["importance"][] = ["high", "normal", "low"];

/** The fields of an event that a caller gives, without its owner, section and guests. */
export function readEvent(params: Params, before: CalendarEvent | null): Partial<CalendarEvent> {
  for (const name of ["name", "description"]) {
    if (typeof params[name] === "object" && params[name] !== null) throw invalidValue(name);
  }
  if (params["crm_fields"] !== undefined && typeof params["crm_fields"] !== "object") {
    throw calendarError("The list of the event's CRM links has to be an array");
  }
  const accessibility = ACCESSIBILITY.find((known) => known === text(params, "accessibility"));
  const importance = IMPORTANCE.find((known) => known === text(params, "importance"));
  const color = readColor(params, "color");
  const textColor = readColor(params, "text_color");
  return {
    ...readTimes(params, before),
    ...(!isMissing(params["name"]) && { name: text(params, "name") }),
    ...(params["description"] !== undefined && { description: text(params, "description") }),
    ...(params["location"] !== undefined && { location: readLocation(params) }),
    ...(color !== null && { color }),
    ...(textColor !== null && { textColor }),
    ...(accessibility !== undefined && { accessibility }),
    ...(importance !== undefined && { importance }),
    ...(params["private_event"] !== undefined && { isPrivate: flag(params, "private_event", false) }),
    ...(params["rrule"] !== undefined && { rule: readRule(record(params, "rrule")) }),
    ...(params["remind"] !== undefined && { remind: readReminders(params) }),
    ...(params["crm_fields"] !== undefined && { crmLinks: list(params, "crm_fields").map(String) }),
    ...(params["meeting"] !== undefined && { meeting: readMeeting(record(params, "meeting")) }),
  };
}

type Times = Pick<CalendarEvent, "from" | "to" | "isAllDay" | "timezoneFrom" | "timezoneTo">;

/** Start and end, by date or by seconds. A zone in the date itself goes before `timezone_from`. */
function readTimes(params: Params, before: CalendarEvent | null): Partial<Times> {
  const isAllDay = flag(params, "skip_time", before?.isAllDay ?? false);
  const timezoneFrom = readZone(params, "timezone_from") ?? before?.timezoneFrom ?? PORTAL_ZONE;
  const timezoneTo =
    readZone(params, "timezone_to") ?? readZone(params, "timezone_from") ?? before?.timezoneTo ?? PORTAL_ZONE;
  const from = readEdge(params, "from", { isAllDay, zone: timezoneFrom });
  const to = readEdge(params, "to", { isAllDay, zone: timezoneTo });
  const start = from ?? (before === null ? null : new Date(before.from));
  const end = to ?? (before === null ? null : new Date(before.to));
  if (start !== null && end !== null && end.getTime() < start.getTime()) {
    throw calendarError("The event ends before it starts");
  }
  return {
    isAllDay,
    timezoneFrom,
    timezoneTo,
    ...(from !== null && { from: isoDate(from) }),
    ...(to !== null && { to: isoDate(to) }),
  };
}

function readEdge(
  params: Params,
  name: "from" | "to",
  { isAllDay, zone }: { isAllDay: boolean; zone: string },
): Date | null {
  const given = text(params, name);
  const seconds = integer(params, `${name}_ts`);
  if (given === "" && seconds === null) return null;
  const moment = given === "" ? new Date((seconds ?? 0) * 1000) : isAllDay ? readDay(given) : readMoment(given, zone);
  if (moment === null) throw invalidValue(name);
  return isAllDay ? new Date(moment.toISOString().slice(0, 10)) : moment;
}

function readZone(params: Params, name: string): string | null {
  const zone = text(params, name);
  return zone !== "" && isZone(zone) ? zone : null;
}

/** `%239cbeee` is how the page tells to write the hash. */
function readColor(params: Params, name: string): string | null {
  const color = text(params, name).replace(/^%23/, "#");
  if (!COLOR.test(color)) return null;
  return color.startsWith("#") ? color : `#${color}`;
}

function readLocation(params: Params): string {
  return text(params, "location") || text(record(params, "location"), "NEW");
}

function readReminders(params: Params): CalendarEvent["remind"] {
  return list(params, "remind").flatMap((item) => {
    if (typeof item !== "object" || item === null) return [];
    const fields = { ...item };
    return [{ type: text(fields, "type") || "min", count: integer(fields, "count") ?? 0 }];
  });
}

function readMeeting(fields: Params): CalendarEvent["meeting"] {
  return {
    notify: flag(fields, "notify", false),
    reinvite: flag(fields, "reinvite", false),
    allowInvite: flag(fields, "allow_invite", false),
    hideGuests: flag(fields, "hide_guests", false),
  };
}

/** Who takes part: the host always does, and has nothing to answer; who was asked before keeps the answer. */
export function readGuests(
  portal: Portal,
  params: Params,
  hostId: number,
  before: CalendarEvent["attendees"],
): CalendarEvent["attendees"] {
  const given = list(params, "attendees").map(Number);
  const ids = [...new Set([hostId, ...given])].filter((id) => portal.state.people.has(id));
  return ids.map((userId) => {
    if (userId === hostId) return { userId, status: "H" };
    const known = before.find((guest) => guest.userId === userId && guest.status !== "H");
    return { userId, status: known?.status ?? "Q" };
  });
}
