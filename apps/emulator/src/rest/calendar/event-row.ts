import { nameOf } from "../../chat/find.ts";
import type { Portal } from "../../portal.ts";
import type { CalendarEvent, RepeatRule } from "../../state/calendar.ts";
import type { Person } from "../../state/model.ts";
import { mayReadAll } from "./access.ts";
import { portalDate, portalDateTime, scriptDate, zoneOffsetSeconds } from "./dates.ts";
import type { Occurrence } from "./occurrences.ts";

const DAY_SECONDS = 24 * 60 * 60;
/** What others see of a private event. */
const HIDDEN_NAME = "Busy";

type Row = Record<string, unknown>;

/** An event as every method answers it, at one of its times. Bitrix24 docs: calendar-event-get. */
export function eventRow(portal: Portal, { event, from, to }: Occurrence, viewer: Person): Row {
  const isOpen = mayReadAll(event, viewer);
  const description = isOpen ? event.description : "";
  const host = event.hostId === null ? undefined : portal.state.people.get(event.hostId);
  return {
    ID: String(event.id),
    PARENT_ID: String(event.id),
    DELETED: "N",
    CAL_TYPE: event.type,
    OWNER_ID: String(event.ownerId),
    NAME: isOpen ? event.name : HIDDEN_NAME,
    ...times(event, from, to),
    ORIGINAL_DATE_FROM: event.recurrenceId === null ? null : portalDateTime(new Date(from)),
    EVENT_TYPE: null,
    CREATED_BY: String(event.createdBy),
    DATE_CREATE: portalDateTime(new Date(event.createdAt)),
    TIMESTAMP_X: portalDateTime(new Date(event.changedAt)),
    DESCRIPTION: description,
    PRIVATE_EVENT: event.isPrivate ? "1" : "",
    ACCESSIBILITY: event.accessibility,
    IMPORTANCE: event.importance,
    IS_MEETING: event.isMeeting,
    MEETING_STATUS: event.attendees.find(({ userId }) => userId === viewer.id)?.status ?? null,
    MEETING_HOST: String(event.hostId ?? 0),
    MEETING: event.isMeeting ? meeting(event, host) : null,
    LOCATION: event.location,
    REMIND: event.remind,
    COLOR: event.color,
    TEXT_COLOR: event.textColor,
    RRULE: event.rule === null ? "" : ruleRow(event.rule),
    EXDATE: event.exceptDates.map((day) => portalDate(new Date(day))).join(";"),
    DAV_XML_ID: davId(event),
    G_EVENT_ID: "",
    DAV_EXCH_LABEL: "",
    CAL_DAV_LABEL: "",
    VERSION: String(event.version),
    ATTENDEES_CODES: event.attendees.map(({ userId }) => `U${userId}`),
    RECURRENCE_ID: event.recurrenceId,
    RELATIONS: relations(event),
    SECTION_ID: String(event.sectionId),
    SYNC_STATUS: null,
    UF_CRM_CAL_EVENT: event.crmLinks.length === 0 ? false : event.crmLinks,
    UF_WEBDAV_CAL_EVENT: false,
    SECTION_DAV_XML_ID: null,
    SECT_ID: String(event.sectionId),
    ATTENDEE_LIST: event.attendees.map(({ userId, status }) => ({ id: userId, entryId: String(event.id), status })),
    COLLAB_ID: null,
    "~RRULE_DESCRIPTION": event.rule === null ? "" : ruleWords(event.rule),
    attendeesEntityList: event.attendees.map(({ userId }) => ({ entityId: "user", id: userId })),
    "~DESCRIPTION": description,
  };
}

/** When it is: on the wall clock of its own zones, and in seconds since 1970. */
export function times(
  event: Pick<CalendarEvent, "timezoneFrom" | "timezoneTo" | "isAllDay">,
  from: number,
  to: number,
): Row {
  const offsetFrom = event.isAllDay ? 0 : zoneOffsetSeconds(event.timezoneFrom, new Date(from));
  const offsetTo = event.isAllDay ? 0 : zoneOffsetSeconds(event.timezoneTo, new Date(to));
  return {
    DATE_FROM: portalDateTime(new Date(from), offsetFrom),
    DATE_TO: portalDateTime(new Date(to), offsetTo),
    TZ_FROM: event.timezoneFrom,
    TZ_TO: event.timezoneTo,
    TZ_OFFSET_FROM: String(offsetFrom),
    TZ_OFFSET_TO: String(offsetTo),
    DATE_FROM_TS_UTC: String(from / 1000),
    DATE_TO_TS_UTC: String(to / 1000),
    DT_SKIP_TIME: event.isAllDay ? "Y" : "N",
    // The last day of a whole-day event counts.
    DT_LENGTH: (to - from) / 1000 + (event.isAllDay ? DAY_SECONDS : 0),
    DATE_FROM_FORMATTED: scriptDate(new Date(from), offsetFrom, event.isAllDay),
    DATE_TO_FORMATTED: scriptDate(new Date(to), offsetTo, event.isAllDay),
    "~USER_OFFSET_FROM": offsetFrom,
    "~USER_OFFSET_TO": offsetTo,
  };
}

function meeting({ meeting: rules, createdBy }: CalendarEvent, host: Person | undefined): Row {
  return {
    HOST_NAME: host === undefined ? "" : nameOf(host),
    NOTIFY: rules.notify,
    REINVITE: rules.reinvite,
    ALLOW_INVITE: rules.allowInvite,
    HIDE_GUESTS: rules.hideGuests,
    MEETING_CREATOR: createdBy,
    LANGUAGE_ID: host?.language ?? "en",
    MAIL_FROM: "",
  };
}

function ruleRow(rule: RepeatRule): Row {
  const until = rule.until === null ? null : new Date(rule.until);
  return {
    FREQ: rule.frequency,
    ...(rule.frequency === "WEEKLY" && { BYDAY: Object.fromEntries(rule.weekDays.map((day) => [day, day])) }),
    INTERVAL: rule.interval,
    ...(rule.count !== null && { COUNT: rule.count }),
    ...(until !== null && {
      UNTIL: portalDate(until),
      "~UNTIL": portalDate(until),
      UNTIL_TS: until.getTime() / 1000,
    }),
  };
}

function ruleWords({ frequency, weekDays, until }: RepeatRule): string {
  const days = weekDays.length === 0 ? "" : ` on ${weekDays.join(", ")}`;
  return `${frequency.toLowerCase()}${days}${until === null ? "" : ` until ${portalDate(new Date(until))}`}`;
}

/** Where a part of a repeated event came from. */
function relations(event: CalendarEvent): Row | null {
  if (event.recurrenceId === null) return null;
  const day = portalDate(new Date(event.from));
  return { ORIGINAL_RECURSION_ID: event.recurrenceId, COMMENT_XML_ID: `EVENT_${event.recurrenceId}_${day}` };
}

/** The name under which calendars of other systems know it. */
export function davId(event: CalendarEvent): string {
  return `${new Date(event.createdAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z-${event.id}@emulator`;
}
