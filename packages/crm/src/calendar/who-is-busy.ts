import type { B24Client, CallOptions, MethodResult } from "@botdeck/b24-client";

/** No request names more people than this. */
const MOST_PEOPLE = 100;
const HALF_DAY_S = 43_200;
const HR_NAME = "";

/** A time at which somebody is not free. */
export type BusyTime = {
  personId: string;
  /** As the calendar shows it; empty for what only the absence chart knows. */
  name: string;
  /** The person is not there at all, rather than busy. */
  isAbsent: boolean;
  /** First and last day, both included; of a time of day, in the portal's own zone. */
  fromDay: string;
  toDay: string;
  /** Exact times, ISO 8601; null for whole days. */
  from: string | null;
  to: string | null;
};

type Row = MethodResult<"calendar.accessibility.get">[string][number];

/**
 * When people are busy or absent on some days, from their calendars and the portal's absence chart.
 *
 * @param days First and last day, `YYYY-MM-DD`.
 * @see Bitrix24 docs: calendar/calendar-event/calendar-accessibility-get
 */
export async function whoIsBusy(
  client: B24Client,
  { people, fromDay, toDay }: { people: readonly string[]; fromDay: string; toDay: string },
  options?: CallOptions,
): Promise<BusyTime[]> {
  const groups = Array.from({ length: Math.ceil(people.length / MOST_PEOPLE) }, (_, at) =>
    people.slice(at * MOST_PEOPLE, (at + 1) * MOST_PEOPLE),
  );
  const answers = await Promise.all(
    groups.map((users) => client.call("calendar.accessibility.get", { users, from: fromDay, to: toDay }, options)),
  );
  return answers.flatMap((answer) =>
    Object.entries(answer).flatMap(([personId, rows]) =>
      rows.map((row) => busyTime(personId, row, { fromDay, toDay })).filter((time) => touches(time, fromDay, toDay)),
    ),
  );
}

function busyTime(personId: string, row: Row, asked: { fromDay: string; toDay: string }): BusyTime {
  const isAbsent = row.ACCESSIBILITY === "absent" || row.FROM_HR === true;
  const [from, to] = [secondsOf(row.DATE_FROM_TS_UTC), secondsOf(row.DATE_TO_TS_UTC)];
  const base = { personId, name: row.FROM_HR === true ? HR_NAME : (row.NAME ?? ""), isAbsent };
  // The absence chart tells no moments, and its days in whatever form the portal has set: read where it has but one meaning.
  if (from === null || to === null) {
    const days = { fromDay: dayIn(row.DATE_FROM) ?? asked.fromDay, toDay: dayIn(row.DATE_TO) ?? asked.toDay };
    return { ...base, ...days, from: null, to: null };
  }
  if (row.DT_SKIP_TIME === true) return { ...base, fromDay: wholeDay(from), toDay: wholeDay(to), from: null, to: null };
  const local = (at: number, offset: number | null | undefined) => isoOf(at + (offset ?? 0)).slice(0, 10);
  return {
    ...base,
    fromDay: local(from, row["~USER_OFFSET_FROM"]),
    toDay: local(to, row["~USER_OFFSET_TO"]),
    from: isoOf(from),
    to: isoOf(to),
  };
}

/** Whole days begin at midnight of a zone that the answer does not tell: it is the day whose noon in UTC is nearest. */
function wholeDay(seconds: number): string {
  return isoOf(seconds + HALF_DAY_S).slice(0, 10);
}

/** `28.07.2026 …` or `2026-07-28…`; null for others, such as `07/08/2026`, which is two days. */
function dayIn(written: string | null | undefined): string | null {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})/.exec(written ?? "") ?? [];
  if (day !== undefined) return `${year}-${month}-${day}`;
  return /^\d{4}-\d{2}-\d{2}/.exec(written ?? "")?.[0] ?? null;
}

const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString();

const secondsOf = (value: string | null | undefined): number | null =>
  value == null || value === "" || Number.isNaN(Number(value)) ? null : Number(value);

/** A portal reads the days in its own zone, and may tell what stands beside them. */
const touches = (time: BusyTime, fromDay: string, toDay: string) => time.fromDay <= toDay && time.toDay >= fromDay;
