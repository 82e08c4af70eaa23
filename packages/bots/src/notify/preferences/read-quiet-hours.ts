const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))?`;
const SPAN = new RegExp(String.raw`^(?:from|с|со)?\s*${TIME}\s*(?:-|–|—|to|till|until|до|по)\s*${TIME}$`, "iu");
const OFF = /^(?:off|no|none|выкл|выключи|отключи|нет|убери)$/iu;

/** Quiet hours as people write them: `22:00-08:00`, `с 22 до 8`, `off`; null for other words. */
export function readQuietHours(words: string): { from: string; until: string } | "off" | null {
  const text = words.trim();
  if (OFF.test(text)) return "off";
  const [, fromHour, fromMinute, untilHour, untilMinute] = SPAN.exec(text) ?? [];
  const from = readClock(fromHour, fromMinute);
  const until = readClock(untilHour, untilMinute);
  // A whole day of them is what muting is for.
  return from === null || until === null || from === until ? null : { from, until };
}

/** A time of day, as `09:00` or `9`; null for other words. */
export function readTimeOfDay(words: string): string | null {
  const [, hour, minute] = new RegExp(`^${TIME}$`, "u").exec(words.trim()) ?? [];
  return readClock(hour, minute);
}

function readClock(hour: string | undefined, minute = "00"): string | null {
  if (hour === undefined || Number(minute) > 59) return null;
  // Midnight has two names.
  const value = Number(hour) === 24 && minute === "00" ? 0 : Number(hour);
  return value > 23 ? null : `${String(value).padStart(2, "0")}:${minute}`;
}
