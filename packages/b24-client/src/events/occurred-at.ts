/** Reads a portal's date such as `2025-01-15T10:30:00+03:00` into UTC, so that two wires write one instant one way; null when it is no date. */
export function readInstant(text: string | null): string | null {
  if (text === null) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The instant cut to the second: what `ts` of a webhook and `date` of a fetched event have in common. */
export function toSecond(instant: string): string {
  return String(Math.floor(Date.parse(instant) / 1000));
}
