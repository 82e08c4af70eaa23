import type { Portal } from "../../portal.ts";
import type { CalendarEvent } from "../../state/calendar.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { flag, integer, list, text } from "../params.ts";
import { CALENDAR_TYPES, mayEdit, standsIn, type Owner } from "./access.ts";
import { dropEvent, keepEvent } from "./change-event.ts";
import { readRange } from "./dates.ts";
import { accessDenied, calendarError, isMissing, missing, refuseOutsiders, requireParams } from "./errors.ts";
import { eventRow } from "./event-row.ts";
import { occurrencesOf, type Occurrence } from "./occurrences.ts";
import { readEvent, readGuests } from "./read-event.ts";
import { readOwner } from "./read-owner.ts";
import { readSectionId } from "./sections.ts";
import { updateEvent } from "./update-event.ts";

const SCOPES = ["calendar"];
const DAY_MS = 24 * 60 * 60 * 1000;
/** What `calendar.event.get` shows when nobody names a period. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 90;
const NEAREST_DAYS = 60;

/** Bitrix24 docs: api-reference/calendar/calendar-event. */
export const eventMethods: RestMethod[] = [
  { name: "calendar.event.add", scopes: SCOPES, missing: "own", run: addEvent },
  { name: "calendar.event.get", scopes: SCOPES, missing: "own", run: getEvents },
  { name: "calendar.event.get.nearest", scopes: SCOPES, missing: "own", run: getNearest },
  { name: "calendar.event.getbyid", scopes: SCOPES, missing: "own", run: getEvent },
  { name: "calendar.event.update", scopes: SCOPES, missing: "own", run: updateEvent },
  { name: "calendar.event.delete", scopes: SCOPES, missing: "own", run: deleteEvent },
];

function addEvent(call: Call): Answer {
  const method = "calendar.event.add";
  const { portal, caller, params } = call;
  const owner = readOwner(call, method);
  requireParams(method, params, ["name"]);
  for (const edge of ["from", "to"]) {
    if (isMissing(params[edge]) && isMissing(params[`${edge}_ts`])) throw missing(method, edge);
  }
  const fields = readEvent(params, null);
  if (!mayEdit(owner, caller.user)) throw accessDenied();
  const sectionId = readSectionId(call, owner);
  const isMeeting = flag(params, "is_meeting", false);
  const attendees = isMeeting ? readGuests(portal, params, caller.user.id, []) : [];
  const guests = { isMeeting, hostId: isMeeting ? caller.user.id : null, attendees };
  return { result: keepEvent(portal, owner, caller.user.id, { ...fields, ...guests, sectionId }).id };
}

function getEvents(call: Call): Answer {
  const { portal, caller, params } = call;
  const owner = readOwner(call, "calendar.event.get");
  refuseOutsiders(call);
  const now = portal.now().getTime();
  const fallback = { from: new Date(now - DAYS_BACK * DAY_MS), to: new Date(now + DAYS_AHEAD * DAY_MS) };
  const range = readRange(text(params, "from"), text(params, "to"), fallback);
  const sections = list(params, "section").map(Number);
  const found = occurrencesIn(portal, owner, range).filter(
    ({ event }) => sections.length === 0 || sections.includes(event.sectionId),
  );
  return { result: found.map((occurrence) => eventRow(portal, occurrence, caller.user)) };
}

/** What stands in a calendar in a period, the earliest first. */
function occurrencesIn(portal: Portal, owner: Owner, range: { from: number; to: number }): Occurrence[] {
  return [...portal.state.calendarEvents.values()]
    .filter((event) => standsIn(event, owner))
    .flatMap((event) => occurrencesOf(event, range))
    .toSorted((one, other) => one.from - other.from);
}

function getNearest(call: Call): Answer {
  const { portal, caller, params } = call;
  const type = CALENDAR_TYPES.find((known) => known === text(params, "type"));
  if (type === undefined && !isMissing(params["type"])) throw accessDenied();
  refuseOutsiders(call);
  const isOwn = flag(params, "forCurrentUser", true) || type === undefined;
  const ownerId = integer(params, "ownerId") ?? caller.user.id;
  const owner: Owner = isOwn ? { type: "user", ownerId: caller.user.id } : { type, ownerId };
  const from = portal.now().getTime();
  const to = from + (integer(params, "days") ?? NEAREST_DAYS) * DAY_MS;
  const found = occurrencesIn(portal, owner, { from, to });
  const most = integer(params, "maxEventsCount") ?? found.length;
  return { result: found.slice(0, most).map((occurrence) => eventRow(portal, occurrence, caller.user)) };
}

/** An event that is not there is nothing. */
function getEvent(call: Call): Answer {
  const { portal, caller, params } = call;
  requireParams("calendar.event.getbyid", params, ["id"]);
  refuseOutsiders(call);
  const event = portal.state.calendarEvents.get(integer(params, "id") ?? 0);
  if (event === undefined || !maySee(event, call)) return { result: null };
  return { result: eventRow(portal, firstOf(event), caller.user) };
}

function maySee(event: CalendarEvent, { caller }: Call): boolean {
  return event.type !== "user" || caller.user.role !== "client";
}

/** A repeated event by itself stands at its first date. */
function firstOf(event: CalendarEvent): Occurrence {
  return { event, from: Date.parse(event.from), to: Date.parse(event.to) };
}

function deleteEvent({ portal, caller, params }: Call): Answer {
  if (isMissing(params["id"])) throw calendarError("The event id is not set");
  const event = portal.state.calendarEvents.get(integer(params, "id") ?? 0);
  if (event === undefined || !mayEdit(event, caller.user)) {
    throw calendarError("An error occurred while deleting the event");
  }
  dropEvent(portal, event, caller.user.id);
  return TRUE;
}
