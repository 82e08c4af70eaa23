import type { CalendarEntry } from "../api/portal-types.ts";

const DAYS = 7;

/** Seven midnights in the browser's own time zone, from the Monday of the week that a moment lies in. */
export function weekOf(moment: Date): Date[] {
  const monday = moment.getDate() - ((moment.getDay() + 6) % DAYS);
  return Array.from({ length: DAYS }, (_, day) => new Date(moment.getFullYear(), moment.getMonth(), monday + day));
}

/** Whether an entry touches the day that begins at a midnight. A whole-day entry is dated in UTC, its last day included. */
export function isOnDay(entry: Pick<CalendarEntry, "from" | "to" | "isAllDay">, midnight: Date): boolean {
  if (entry.isAllDay) {
    const day = isoDay(midnight);
    return entry.from.slice(0, 10) <= day && day <= entry.to.slice(0, 10);
  }
  const next = new Date(midnight.getFullYear(), midnight.getMonth(), midnight.getDate() + 1);
  const end = Math.max(Date.parse(entry.to), Date.parse(entry.from) + 1);
  return Date.parse(entry.from) < next.getTime() && end > midnight.getTime();
}

/** Whether a person takes part in an entry: it is in their calendar, or they are invited and have not declined. */
export function concerns(entry: CalendarEntry, personId: string): boolean {
  if (entry.type === "company_calendar") return true;
  if (entry.type === "user" && entry.ownerId === personId) return true;
  return entry.attendees.some((attendee) => attendee.personId === personId && attendee.status !== "N");
}

function isoDay(day: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
