import { useFormatter, useNow } from "use-intl";

/** An instant as short as it can be: the time today, with the date on other days and the year in other years. */
export function useDayTime(): (at: string) => string {
  const format = useFormatter();
  const now = useNow();
  return (at) => {
    const date = new Date(at);
    if (date.toDateString() === now.toDateString()) return format.dateTime(date, "clock");
    const isThisYear = date.getFullYear() === now.getFullYear();
    return format.dateTime(date, {
      day: "numeric",
      month: "short",
      ...(isThisYear ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } : { year: "numeric" }),
    });
  };
}
