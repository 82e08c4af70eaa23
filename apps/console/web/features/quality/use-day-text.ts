import { useFormatter } from "use-intl";

/** Days and months as people write them. Given as `2026-11-21`: a day of a portal has no time zone of ours. */
export function useDayText() {
  const format = useFormatter();
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  return {
    day: (day: string) =>
      format.dateTime(at(day), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
    shortDay: (day: string) => format.dateTime(at(day), { day: "numeric", month: "short", timeZone: "UTC" }),
    month: (day: string) => format.dateTime(at(day), { month: "long", year: "numeric", timeZone: "UTC" }),
    shortMonth: (day: string) => format.dateTime(at(day), { month: "short", timeZone: "UTC" }),
    period: ({ from, to }: { from: string; to: string }) =>
      format.dateTimeRange(at(from), at(to), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
  };
}
