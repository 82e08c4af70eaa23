import { useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";

/** Moments as people read them, in the page's language and the browser's time zone. */
export function useMoment() {
  const format = useFormatter();
  const t = useTranslations("chat");
  return useMemo(() => {
    const time = (iso: string) => format.dateTime(new Date(iso), { hour: "2-digit", minute: "2-digit" });
    const date = (iso: string) => format.dateTime(new Date(iso), { day: "numeric", month: "short" });
    const day = (iso: string) => {
      const daysAgo = Math.round((startOfDay(new Date()) - startOfDay(new Date(iso))) / DAY_MS);
      if (daysAgo === 0) return t("today");
      return daysAgo === 1
        ? t("yesterday")
        : format.dateTime(new Date(iso), { day: "numeric", month: "long", year: "numeric" });
    };
    return {
      time,
      day,
      /** The time of today, the date of another day. */
      short: (iso: string) => (isSameDay(iso, new Date().toISOString()) ? time(iso) : date(iso)),
      dateAndTime: (iso: string) => format.dateTime(new Date(iso), { dateStyle: "medium", timeStyle: "short" }),
    };
  }, [format, t]);
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function isSameDay(one: string, other: string): boolean {
  return startOfDay(new Date(one)) === startOfDay(new Date(other));
}

function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}
