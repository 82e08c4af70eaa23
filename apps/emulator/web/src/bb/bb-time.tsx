import { type DateTimeFormatOptions, useFormatter } from "use-intl";

/** Bitrix24's names of formats; docs: chat-bots-v2/imbot.v2/messages/message-formatting, tag `timestamp`. */
const FORMATS: Record<string, DateTimeFormatOptions> = {
  SHORT_TIME_FORMAT: { timeStyle: "short" },
  LONG_TIME_FORMAT: { timeStyle: "medium" },
  SHORT_DATE_FORMAT: { dateStyle: "short" },
  MEDIUM_DATE_FORMAT: { dateStyle: "medium" },
  LONG_DATE_FORMAT: { dateStyle: "long" },
  FULL_DATE_FORMAT: { dateStyle: "full" },
  DAY_MONTH_FORMAT: { day: "numeric", month: "long" },
  DAY_SHORT_MONTH_FORMAT: { day: "numeric", month: "short" },
};

/** A moment in the reader's own time zone. */
export function BbTime({ seconds, format }: { seconds: number; format: string }) {
  const formatter = useFormatter();
  const moment = new Date(seconds * 1000);
  const options = FORMATS[format] ?? { dateStyle: "medium", timeStyle: "short" };
  return <time dateTime={moment.toISOString()}>{formatter.dateTime(moment, options)}</time>;
}
