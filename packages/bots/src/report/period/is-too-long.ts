import type { ReportDays } from "@botdeck/crm/report";

/** A longer report would be read for hours, and the period before it as well. */
export const MOST_YEARS = 5;

/** Whether days are more than a report may be about. */
export const isTooLong = ({ from, to }: ReportDays): boolean => {
  const end = new Date(`${from}T12:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + MOST_YEARS);
  return new Date(`${to}T12:00:00Z`) >= end;
};
