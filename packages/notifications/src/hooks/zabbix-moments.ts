const QUARTER_MS = 900_000;
/** So far the clock of Zabbix may be ahead of ours. */
const CLOCKS_DIFFER_MS = 120_000;
const UNITS_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

type Told = {
  isOver: boolean;
  /** Seconds since 1970. Only newer versions fill them in; empty where they were not. */
  timestamp: string;
  recoveryTimestamp: string;
  /** `2026.11.22` and `19:44:38` by the clock of the Zabbix server or of the user that it tells; nothing says whose. */
  date: string;
  time: string;
  /** Of the problem when it was told, as `1h 2m 3s`. */
  age: string;
};

/**
 * When a problem of Zabbix began and ended. Versions that fill in no timestamps (6.0) tell a wall clock without its zone, and how
 * old the problem is: both together tell the zone, so that each post of a problem that fires names the same start. Its end names
 * the moment it came at: whatever was posted before, its start is no later, so that the end is never taken for an older one's.
 *
 * @returns `arrivedAt` for what nobody told.
 */
export function zabbixMoments(told: Told, arrivedAt: Date): { startsAt: string; endsAt: string } {
  const startsAt = ofTimestamp(told.timestamp) ?? (told.isOver ? null : derivedStart(told, arrivedAt)) ?? arrivedAt;
  const endsAt = ofTimestamp(told.recoveryTimestamp) ?? arrivedAt;
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

function ofTimestamp(text: string): Date | null {
  const seconds = Number(text);
  return seconds > 0 ? new Date(seconds * 1_000) : null;
}

function derivedStart({ date, time, age }: Told, arrivedAt: Date): Date | null {
  const [wallMs, ageMs] = [wallClock(date, time), lengthMs(age)];
  if (wallMs === null || ageMs === null) return null;
  // Whole quarters of an hour lie between a zone and UTC; what is left is the way of the post, but for clocks that differ.
  const zoneMs = Math.ceil((wallMs - (arrivedAt.getTime() - ageMs) - CLOCKS_DIFFER_MS) / QUARTER_MS) * QUARTER_MS;
  return new Date(Math.min(wallMs - zoneMs, arrivedAt.getTime()));
}

/** As if it was told in UTC, in milliseconds. */
function wallClock(date: string, time: string): number | null {
  const text = `${date.replaceAll(".", "-")}T${time}Z`;
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function lengthMs(text: string): number | null {
  if (!/^(?:\d+[smhd] ?)+$/.test(text)) return null;
  const parts = [...text.matchAll(/(\d+)([smhd])/g)];
  return parts.reduce((sum, [, count, unit = ""]) => sum + Number(count) * (UNITS_MS[unit] ?? 0), 0);
}
