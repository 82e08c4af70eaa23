import { useFormatter, useNow } from "use-intl";

type Props = { at: string };

/** An instant as short as it can be: the time today, the date before. The whole of it stands in the title. */
export function ClockTime({ at }: Props) {
  const format = useFormatter();
  const date = new Date(at);
  const isToday = date.toDateString() === useNow().toDateString();
  const short = isToday ? format.dateTime(date, "clock") : format.dateTime(date, { day: "numeric", month: "short" });
  return (
    <time dateTime={at} title={format.dateTime(date, { dateStyle: "medium", timeStyle: "medium" })}>
      {short}
    </time>
  );
}
