import { useFormatter, useNow } from "use-intl";

/** An instant as short as it can be: the time today, with the date on other days. */
export function useShortTime(): (at: string) => string {
  const format = useFormatter();
  const today = useNow().toDateString();
  return (at) => {
    const date = new Date(at);
    if (date.toDateString() === today) return format.dateTime(date, "clock");
    return format.dateTime(date, {
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  };
}
