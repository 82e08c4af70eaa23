import type { ReportDays } from "@botdeck/crm/report";
import type { Language } from "@botdeck/dialog";

const LOCALES: Record<Language, string> = { en: "en-GB", ru: "ru-RU" };

/** Days as people name them: `June 2026`, `1–28 June 2026`. */
export function periodName({ from, to }: ReportDays, language: Language): string {
  const [first, last] = [noon(from), noon(to)];
  const month = new Intl.DateTimeFormat(LOCALES[language], { timeZone: "UTC", month: "long", year: "numeric" });
  if (isWholeMonth(from, to)) return month.format(first).replace(/\s*г\.$/, "");
  const day = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return day
    .formatRange(first, last)
    .replace(/\s*г\.$/, "")
    .replace(/(\d)\s*–\s*(\d)/u, "$1–$2");
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function isWholeMonth(from: string, to: string): boolean {
  const [year = 0, month = 1] = from.split("-").map(Number);
  return from.endsWith("-01") && to === new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
