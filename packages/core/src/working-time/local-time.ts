/** Calendar day and time of day somewhere. */
export function localOf(at: string, timeZone: string): { day: string; time: string } {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const [day = "", time = ""] = format.format(new Date(at)).split(" ");
  return { day, time };
}

/** The moment at which it is that time there. The zone's offset is found by looking, again where clocks change in between. */
export function momentOf(day: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const near = asUtc - offsetMsAt(asUtc, timeZone);
  const moment = asUtc - offsetMsAt(near, timeZone);
  // Of the hour that clocks leave out, the next one is meant.
  const missedMs = asUtc - (moment + offsetMsAt(moment, timeZone));
  return new Date(moment + missedMs).toISOString();
}

function offsetMsAt(moment: number, timeZone: string): number {
  const there = localOf(new Date(moment).toISOString(), timeZone);
  return Date.parse(`${there.day}T${there.time}:00Z`) - moment;
}
