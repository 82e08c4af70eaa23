import { useFormatter, useTranslations } from "use-intl";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Names the day of an instant as people do. */
export function useDayName(): (at: string) => string {
  const t = useTranslations("day");
  const format = useFormatter();
  return (at) => {
    const date = new Date(at);
    const day = date.toDateString();
    if (day === new Date().toDateString()) return t("today");
    if (day === new Date(Date.now() - DAY_MS).toDateString()) return t("yesterday");
    return format.dateTime(date, { day: "numeric", month: "long", year: "numeric" });
  };
}
