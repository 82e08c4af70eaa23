import { announce } from "../../events/app-events.ts";
import type { Portal } from "../../portal.ts";
import type { CalendarEvent } from "../../state/calendar.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Owner } from "./access.ts";

const COLOR = "#9dcf00";
const TEXT_COLOR = "#000000";

/** Puts an event into a calendar and tells applications. */
export function keepEvent(
  portal: Portal,
  owner: Owner,
  createdBy: number,
  fields: Partial<CalendarEvent>,
): CalendarEvent {
  const now = isoDate(portal.now());
  const event: CalendarEvent = {
    sectionId: 0,
    name: "",
    description: "",
    from: now,
    to: now,
    isAllDay: false,
    timezoneFrom: "UTC",
    timezoneTo: "UTC",
    accessibility: "busy",
    importance: "normal",
    isPrivate: false,
    color: COLOR,
    textColor: TEXT_COLOR,
    location: "",
    remind: [],
    rule: null,
    exceptDates: [],
    recurrenceId: null,
    isMeeting: false,
    hostId: null,
    attendees: [],
    meeting: { notify: false, reinvite: false, allowInvite: false, hideGuests: false },
    crmLinks: [],
    ...fields,
    ...owner,
    id: nextId(portal.state, "calendarEvent"),
    createdBy,
    createdAt: now,
    changedAt: now,
    version: 1,
  };
  portal.state.calendarEvents.set(event.id, event);
  announce(portal, "ONCALENDARENTRYADD", { id: event.id }, createdBy);
  return event;
}

export function changeEvent(
  portal: Portal,
  event: CalendarEvent,
  change: Partial<CalendarEvent>,
  userId: number,
): void {
  Object.assign(event, change, { changedAt: isoDate(portal.now()), version: event.version + 1 });
  announce(portal, "ONCALENDARENTRYUPDATE", { id: event.id }, userId);
}

export function dropEvent(portal: Portal, event: CalendarEvent, userId: number): void {
  portal.state.calendarEvents.delete(event.id);
  announce(portal, "ONCALENDARENTRYDELETE", { id: event.id }, userId);
}
