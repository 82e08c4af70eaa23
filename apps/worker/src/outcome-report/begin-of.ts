import { AppError } from "@botdeck/core";

const UNIT_MS: Record<string, number> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * The instant from which on a person wants to know.
 *
 * @param since `24h`, `7d`, `4w`, or a date or instant such as `2026-11-21T14:02`.
 * @throws AppError `invalid` for something else, or for what is not past.
 */
export function beginOf(since: string, now: Date): Date {
  const [, count, unit] = /^(\d{1,5})([hdw])$/.exec(since) ?? [];
  // Of other words than a whole date, Date makes a date of its own.
  const instant = /^\d{4}-\d\d-\d\d/.test(since) ? since : "";
  const begin =
    count === undefined ? new Date(instant) : new Date(now.getTime() - Number(count) * (UNIT_MS[unit ?? ""] ?? 0));
  if (Number.isNaN(begin.getTime()) || begin >= now) {
    throw new AppError(
      "invalid",
      `--since is 24h, 7d, 4w or an instant in the past such as 2026-11-21T14:02, not ${since}`,
    );
  }
  return begin;
}
