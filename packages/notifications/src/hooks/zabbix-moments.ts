const QUARTER_MS = 900_000;
const UNITS_MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  M: 30 * 86_400_000,
  y: 365 * 86_400_000,
};

type Told = {
  /** Seconds since 1970. Only newer versions fill it in; empty where it was not. */
  timestamp: string;
  /** `2026.11.22` and `19:44:38` by the clock of the Zabbix server or of the user that it tells; nothing says whose. */
  date: string;
  time: string;
};

/**
 * When a problem of Zabbix began and ended. Versions that fill in no timestamps (6.0) tell a wall clock without its zone, and how
 * old the problem is: both together tell the zone, so that each post of one problem names the same start.
 *
 * @param age Of the problem when it was told, as `1h 2m 3s`.
 * @returns `otherwise` for what nobody told.
 */
export function zabbixMoments(
  { begin, end, age }: { begin: Told; end: Told; age: string },
  otherwise: Date,
): { startsAt: string; endsAt: string } {
  const [wallBegin, wallEnd, ageMs] = [wallClock(begin), wallClock(end), lengthMs(age)];
  // Whole quarters of an hour lie between a zone and UTC; what is left is the way of the post.
  const zoneMs =
    wallBegin === null || ageMs === null
      ? null
      : Math.round((wallBegin - (otherwise.getTime() - ageMs)) / QUARTER_MS) * QUARTER_MS;
  const moment = ({ timestamp }: Told, wall: number | null): string => {
    const seconds = Number(timestamp);
    if (timestamp !== "" && seconds > 0) return new Date(seconds * 1_000).toISOString();
    return (wall === null || zoneMs === null ? otherwise : new Date(wall - zoneMs)).toISOString();
  };
  return { startsAt: moment(begin, wallBegin), endsAt: moment(end, wallEnd) };
}

/** As if it was told in UTC, in milliseconds. */
function wallClock({ date, time }: Told): number | null {
  const text = `${date.replaceAll(".", "-")}T${time}Z`;
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function lengthMs(text: string): number | null {
  if (!/^(?:\d+[smhdMy] ?)+$/.test(text)) return null;
  const parts = [...text.matchAll(/(\d+)([smhdMy])/g)];
  return parts.reduce((sum, [, count, unit = ""]) => sum + Number(count) * (UNITS_MS[unit] ?? 0), 0);
}
