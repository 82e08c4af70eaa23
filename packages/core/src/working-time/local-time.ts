/** One for each time zone: to make one takes far longer than to use it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Calendar day and time of day somewhere. */
export function localOf(at: string, timeZone: string): { day: string; time: string } {
  const format =
    FORMATS.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  FORMATS.set(timeZone, format);
  const [day = "", time = ""] = format.format(new Date(at)).split(" ");
  return { day, time };
}

const DAY_MS = 86_400_000;

/**
 * The moment at which it is that time there. Of an hour that clocks show twice, the second is meant; of one that they leave
 * out, as much later.
 */
export function momentOf(day: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // Where clocks change that day, the offsets before and after it tell two moments.
  const [byOld, byNew] = [offsetMsAt(asUtc - DAY_MS, timeZone), offsetMsAt(asUtc + DAY_MS, timeZone)];
  const [earlier, later] = [asUtc - Math.max(byOld, byNew), asUtc - Math.min(byOld, byNew)];
  const isThen = (moment: number) => moment + offsetMsAt(moment, timeZone) === asUtc;
  return new Date(!isThen(later) && isThen(earlier) ? earlier : later).toISOString();
}

function offsetMsAt(moment: number, timeZone: string): number {
  const there = localOf(new Date(moment).toISOString(), timeZone);
  return Date.parse(`${there.day}T${there.time}:00Z`) - moment;
}
