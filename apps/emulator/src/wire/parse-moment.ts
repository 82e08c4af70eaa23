const HAS_TIME = /\d:\d/;
const HAS_OFFSET = /(?:z|[+-]\d{2}:?\d{2})$/i;
/** `11.11.2001 10:00`, as portals with Russian or German settings write it. */
const DAY_FIRST = /^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})/;

/** A given moment in milliseconds since 1970, NaN when it is none. Without an offset it is the portal's time, UTC. */
export function parseMoment(text: string): number {
  const given = text.trim().replace(DAY_FIRST, "$<year>-$<month>-$<day>");
  if (!HAS_TIME.test(given) || HAS_OFFSET.test(given)) return Date.parse(given);
  return Date.parse(`${given.replace(" ", "T")}Z`);
}
