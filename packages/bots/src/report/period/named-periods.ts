import type { ReportDays } from "@botdeck/crm/report";
import { dayAfter } from "@botdeck/core/working-time";

/** Periods that a button offers. */
export const NAMED_PERIODS = ["ThisMonth", "LastMonth", "ThisWeek", "LastWeek", "Quarter"] as const;
export type NamedPeriod = (typeof NAMED_PERIODS)[number];

/** The days of a period that is named by where it lies. @param today `YYYY-MM-DD`. Weeks begin with Monday. */
export function daysOf(period: NamedPeriod | "Yesterday", today: string): ReportDays {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const weekday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
  switch (period) {
    case "ThisMonth":
      return { from: firstOf(year, month), to: today };
    case "LastMonth":
      return { from: firstOf(year, month - 1), to: dayAfter(firstOf(year, month), -1) };
    case "ThisWeek":
      return { from: dayAfter(today, -weekday), to: today };
    case "LastWeek":
      return { from: dayAfter(today, -weekday - 7), to: dayAfter(today, -weekday - 1) };
    case "Quarter":
      return { from: firstOf(year, month - ((month - 1) % 3)), to: today };
    case "Yesterday":
      return { from: dayAfter(today, -1), to: dayAfter(today, -1) };
  }
}

const firstOf = (year: number, month: number) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
