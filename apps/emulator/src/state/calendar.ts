/** Whose calendar: a person's, a work group's, or the company's (owner 0). */
export type CalendarType = "user" | "group" | "company_calendar";

/** One calendar of an owner; each owner may have several. */
export type CalendarSection = {
  id: number;
  type: CalendarType;
  ownerId: number;
  name: string;
  description: string;
  color: string;
  textColor: string;
  isExported: boolean;
  createdBy: number;
  createdAt: string;
};

/** H is the host of a meeting, Y comes, N does not, Q has not answered. */
type MeetingStatus = "H" | "Y" | "N" | "Q";

/** An entry of a calendar; a meeting is one record, seen in the calendar of everyone who takes part. */
export type CalendarEvent = {
  id: number;
  type: CalendarType;
  ownerId: number;
  sectionId: number;
  name: string;
  description: string;
  /** Moments. A whole-day event starts and ends at midnight UTC, the last day included. */
  from: string;
  to: string;
  isAllDay: boolean;
  timezoneFrom: string;
  timezoneTo: string;
  accessibility: "busy" | "quest" | "free" | "absent";
  importance: "high" | "normal" | "low";
  isPrivate: boolean;
  color: string;
  textColor: string;
  location: string;
  remind: { type: string; count: number }[];
  /** null for an event that happens once. */
  rule: RepeatRule | null;
  /** Days (`YYYY-MM-DD`) on which a repeated event does not happen. */
  exceptDates: string[];
  /** The repeated event that this one was taken out of; null elsewhere. */
  recurrenceId: number | null;
  isMeeting: boolean;
  hostId: number | null;
  attendees: { userId: number; status: MeetingStatus }[];
  meeting: { notify: boolean; reinvite: boolean; allowInvite: boolean; hideGuests: boolean };
  crmLinks: string[];
  createdBy: number;
  createdAt: string;
  changedAt: string;
  version: number;
};

export type RepeatRule = {
  frequency: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  /** How many times; null for no end but `until`. */
  count: number | null;
  /** MO … SU; only for WEEKLY. */
  weekDays: string[];
  /** The last day (`YYYY-MM-DD`); null for none. */
  until: string | null;
};

/** A room or a thing that can be booked through a CRM field. */
export type CalendarResource = { id: number; name: string; createdBy: number };

/** A time for which a resource is taken. */
export type CalendarBooking = {
  id: number;
  resourceId: number;
  name: string;
  description: string;
  from: string;
  to: string;
  isAllDay: boolean;
  createdBy: number;
  createdAt: string;
};

/** What a person set for themselves; `id` is the person. */
export type CalendarSettings = { id: number; values: Record<string, unknown> };
