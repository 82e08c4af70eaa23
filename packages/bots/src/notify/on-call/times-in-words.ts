import type { Language } from "@botdeck/dialog";

const LOCALES = { en: "en-GB", ru: "ru-RU" } as const;

/** A moment as a rota's people read it: day of the week, day, time. @param at ISO 8601. */
export function momentIn(at: string, timeZone: string, language: Language): string {
  const format = {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(new Date(at));
}

/** Stretches of time, one after the other. */
export function timesIn(
  times: readonly { from: string; until: string }[],
  timeZone: string,
  language: Language,
): string {
  return times
    .map(({ from, until }) => `${momentIn(from, timeZone, language)} – ${momentIn(until, timeZone, language)}`)
    .join("; ");
}
