import type { Language } from "@botdeck/dialog";

const LOCALES = { en: "en-GB", ru: "ru-RU" } as const;

/** A moment as a rota's people read it: day of the week, day, time, and whose time that is. @param at ISO 8601. */
export function momentIn(at: string, timeZone: string, language: Language): string {
  return formatOf(timeZone, language, { timeZoneName: "short" }).format(new Date(at));
}

/** Stretches of time, one after the other; whose time it is stands at each one's end. */
export function timesIn(
  times: readonly { from: string; until: string }[],
  timeZone: string,
  language: Language,
): string {
  const begins = formatOf(timeZone, language);
  return times
    .map(({ from, until }) => `${begins.format(new Date(from))} – ${momentIn(until, timeZone, language)}`)
    .join("; ");
}

function formatOf(timeZone: string, language: Language, more: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    ...more,
  });
}
