const HAS_TIME = /\d:\d/;
const HAS_OFFSET = /(?:z|[+-]\d{2}:?\d{2})$/i;

/** A given moment in milliseconds since 1970, NaN when it is none. Without an offset it is the portal's time, UTC. */
export function parseMoment(text: string): number {
  if (!HAS_TIME.test(text) || HAS_OFFSET.test(text)) return Date.parse(text);
  return Date.parse(`${text.trim().replace(" ", "T")}Z`);
}
