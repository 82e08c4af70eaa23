import type { CalendarEvent } from "../../state/calendar.ts";
import type { Answer, Call } from "../method.ts";
import { flag, integer, text, type Params } from "../params.ts";
import { mayEdit } from "./access.ts";
import { changeEvent, keepEvent } from "./change-event.ts";
import { portalDateTime, readDay } from "./dates.ts";
import { accessDenied, calendarError, requireParams } from "./errors.ts";
import { davId } from "./event-row.ts";
import { readEvent, readGuests } from "./read-event.ts";
import { readOwner } from "./read-owner.ts";
import { readSectionId } from "./sections.ts";

const METHOD = "calendar.event.update";
const DAY_MS = 24 * 60 * 60 * 1000;
const MODES = ["", "this", "next", "all"];

/** Changes an event; of a repeated one only a date, or all from a date on, when the caller says so. Docs: calendar-event-update. */
export function updateEvent(call: Call): Answer {
  const { portal, caller, params } = call;
  requireParams(METHOD, params, ["id"]);
  const owner = readOwner(call, METHOD);
  requireParams(METHOD, params, ["name"]);
  const event = portal.state.calendarEvents.get(integer(params, "id") ?? 0);
  if (event === undefined) throw calendarError("An error occurred while changing the event");
  if (!mayEdit(owner, caller.user) || !mayEdit(event, caller.user)) throw accessDenied();
  const mode = text(params, "recurrence_mode");
  if (!MODES.includes(mode)) throw calendarError("The type of editing of the repeated event does not exist");
  const change = { ...owner, ...readEvent(params, event), ...readMeetingOf(call, event) };
  if (params["section"] !== undefined) change.sectionId = readSectionId(call, owner);
  if ((mode === "this" || mode === "next") && event.rule !== null) return splitSeries(call, event, change, mode);
  changeEvent(portal, event, change, caller.user.id);
  return { result: event.id };
}

/** Without `is_meeting` the guests stay; with it and without `attendees` only the host does. */
function readMeetingOf({ portal, params }: Call, event: CalendarEvent): Partial<CalendarEvent> {
  const isMeeting = flag(params, "is_meeting", event.isMeeting);
  if (!isMeeting) return { isMeeting, hostId: null, attendees: [] };
  const isTouched = params["is_meeting"] !== undefined || params["attendees"] !== undefined;
  const hostId = integer(params, "host") ?? event.hostId ?? event.createdBy;
  const attendees = isTouched ? readGuests(portal, params, hostId, event.attendees) : event.attendees;
  return { isMeeting, hostId, attendees };
}

/** Takes a date, or all dates from it on, out of a repeated event and makes an event of its own of them. */
function splitSeries(call: Call, event: CalendarEvent, change: Partial<CalendarEvent>, mode: "this" | "next"): Answer {
  const { portal, caller, params } = call;
  const day = readDay(text(params, "current_date_from"));
  if (day === null) throw calendarError('The required parameter "current_date_from" is not set');
  const copy = { ...structuredClone(event), ...movedTo(event, day, params), ...withoutTimes(change) };
  const rule = mode === "this" ? null : copy.rule;
  const { type, ownerId } = event;
  const part = keepEvent(portal, { type, ownerId }, caller.user.id, {
    ...copy,
    rule,
    exceptDates: [],
    recurrenceId: event.id,
  });
  const isoDay = day.toISOString().slice(0, 10);
  const cut = mode === "this" ? { exceptDates: [...event.exceptDates, isoDay] } : { rule: endedBefore(event, day) };
  changeEvent(portal, event, cut, caller.user.id);
  return {
    result: {
      originalDate: portalDateTime(new Date(part.from)),
      originalDavXmlId: davId(event),
      instanceTz: event.timezoneFrom,
      recEventId: part.id,
      id: event.id,
    },
  };
}

/** The event's own time of day on another date, unless the caller gives a time. */
function movedTo(event: CalendarEvent, day: Date, params: Params): Pick<CalendarEvent, "from" | "to"> {
  const given = readEvent(params, event);
  if (given.from !== undefined && given.to !== undefined) return { from: given.from, to: given.to };
  const start = Date.parse(event.from);
  const from = day.getTime() + (start % DAY_MS);
  const shift = from - start;
  return { from: new Date(from).toISOString(), to: new Date(Date.parse(event.to) + shift).toISOString() };
}

function withoutTimes({ from: _from, to: _to, ...change }: Partial<CalendarEvent>): Partial<CalendarEvent> {
  return change;
}

function endedBefore(event: CalendarEvent, day: Date): CalendarEvent["rule"] {
  const until = new Date(day.getTime() - DAY_MS).toISOString().slice(0, 10);
  return event.rule === null ? null : { ...event.rule, count: null, until };
}
