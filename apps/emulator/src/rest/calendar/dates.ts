const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** One for each zone that was asked for: to make one takes a thousand times longer than to use it. */
const zoneClocks = new Map<string, Intl.DateTimeFormat>();

/** How far a time zone is ahead of UTC at a moment, in seconds; 0 for one that does not exist. */
export function zoneOffsetSeconds(zone: string, moment: Date): number {
  const parts = zoneClock(zone)?.formatToParts(moment) ?? [];
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d{2}):(\d{2})/.exec(offset) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

export function isZone(zone: string): boolean {
  return zoneClock(zone) !== null;
}

/** null for a zone that does not exist. */
function zoneClock(zone: string): Intl.DateTimeFormat | null {
  // Names of zones are known in any case; kept in one, there are never more of them than zones.
  const name = zone.toLowerCase();
  const known = zoneClocks.get(name);
  if (known !== undefined) return known;
  try {
    const clock = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    zoneClocks.set(name, clock);
    return clock;
  } catch {
    return null;
  }
}

/** The clock on the wall: a date whose UTC parts are the local ones. */
function wall(moment: Date, offsetSeconds: number): Date {
  return new Date(moment.getTime() + offsetSeconds * 1000);
}

const two = (value: number): string => String(value).padStart(2, "0");

/** `12/11/2024 05:59:00 pm`: the portal's format in answers about events. */
export function portalDateTime(moment: Date, offsetSeconds = 0): string {
  const local = wall(moment, offsetSeconds);
  const hours = local.getUTCHours();
  const time = [two(hours % 12 === 0 ? 12 : hours % 12), two(local.getUTCMinutes()), two(local.getUTCSeconds())];
  return `${portalDate(moment, offsetSeconds)} ${time.join(":")} ${hours < 12 ? "am" : "pm"}`;
}

/** `12/11/2024` */
export function portalDate(moment: Date, offsetSeconds = 0): string {
  const local = wall(moment, offsetSeconds);
  return `${two(local.getUTCMonth() + 1)}/${two(local.getUTCDate())}/${local.getUTCFullYear()}`;
}

/** `02.12.2024 11:00:00`: the other format, of accessibility and bookings. */
export function dottedDateTime(moment: Date, offsetSeconds = 0): string {
  const local = wall(moment, offsetSeconds);
  const date = [two(local.getUTCDate()), two(local.getUTCMonth() + 1), local.getUTCFullYear()].join(".");
  return `${date} ${local.toISOString().slice(11, 19)}`;
}

/** `Wed Dec 11 2024 17:59:00`, or the day alone. */
export function scriptDate(moment: Date, offsetSeconds: number, isAllDay: boolean): string {
  const local = wall(moment, offsetSeconds);
  const day = `${WEEK_DAYS[local.getUTCDay()]} ${MONTHS[local.getUTCMonth()]} ${two(local.getUTCDate())} ${local.getUTCFullYear()}`;
  return isAllDay ? day : `${day} ${local.toISOString().slice(11, 19)}`;
}

/** `2024-12-10 06:36:00` */
export function databaseDateTime(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace("T", " ");
}

/**
 * A moment as a caller writes it: with an offset it is exact, without one it is the clock of the zone.
 *
 * @returns null for what is no date.
 */
export function readMoment(value: string, zone: string): Date | null {
  const text = value.trim().replace(" ", "T");
  const [, day, time = "00:00:00", offset] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text) ?? [];
  if (day === undefined) return dottedMoment(text, zone);
  const exact = new Date(offset === undefined ? `${day}T${time}Z` : text);
  if (Number.isNaN(exact.getTime())) return null;
  return offset === undefined ? new Date(exact.getTime() - zoneOffsetSeconds(zone, exact) * 1000) : exact;
}

/** `20.12.2024 11:00:00`, as portals with that format take it. */
function dottedMoment(text: string, zone: string): Date | null {
  const [, day, month, year, time] = /^(\d{2})\.(\d{2})\.(\d{4})(?:T(\d{2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
  return day === undefined ? null : readMoment(`${year}-${month}-${day}T${time ?? "00:00:00"}`, zone);
}

/** Midnight UTC of the day that a caller's date names. */
export function readDay(value: string): Date | null {
  return readMoment(value.slice(0, 10), "UTC");
}

/** The bounds of a search: `to` counts to the end of its day. */
export function readRange(from: string, to: string, fallback: { from: Date; to: Date }): { from: number; to: number } {
  const start = readMoment(from, "UTC") ?? fallback.from;
  const end = readMoment(to, "UTC") ?? fallback.to;
  const isDay = /^\d{4}-\d{2}-\d{2}$|^\d{2}\.\d{2}\.\d{4}$/.test(to.trim());
  return { from: start.getTime(), to: end.getTime() + (isDay ? DAY_MS - 1 : 0) };
}
