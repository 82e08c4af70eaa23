import type { CalendarEvent, CalendarType } from "../../state/calendar.ts";
import type { Person } from "../../state/model.ts";

export const CALENDAR_TYPES: CalendarType[] = ["user", "group", "company_calendar"];

/** Whose calendar a call is about. */
export type Owner = { type: CalendarType; ownerId: number };

/** Everyone writes into their own calendar and those of work groups; the others are the administrator's. */
export function mayEdit({ type, ownerId }: Owner, user: Person): boolean {
  return user.role === "manager" || type === "group" || (type === "user" && ownerId === user.id);
}

/** Whether an event stands in a calendar: as its own, or as a meeting the owner takes part in. */
export function standsIn(event: CalendarEvent, { type, ownerId }: Owner): boolean {
  if (event.type === type && event.ownerId === ownerId) return true;
  return type === "user" && event.attendees.some(({ userId }) => userId === ownerId);
}

/** Who sees what a private event is about. */
export function mayReadAll(event: CalendarEvent, user: Person): boolean {
  const isTheirs = event.createdBy === user.id || (event.type === "user" && event.ownerId === user.id);
  return !event.isPrivate || isTheirs || event.attendees.some(({ userId }) => userId === user.id);
}
