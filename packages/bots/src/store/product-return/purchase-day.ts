import type { Said, Slots } from "@botdeck/dialog/dialogs";

const DAY_MS = 86_400_000;

/** The day of purchase that words tell: `future` when it has not come yet, null when they tell none. */
export function purchaseDayIn({ understood, today }: Said): { day: string } | "future" | "unclear" | null {
  const { dates, ranges } = understood.entities;
  const [found] = dates;
  if (found === undefined) return ranges.length > 0 ? "unclear" : null;
  // The person may be a time zone ahead of the shop.
  const latest = new Date(Date.parse(`${today}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  // Of two days that the words may mean, the one that has been is meant.
  const day = found.date > latest && found.orElse !== null ? found.orElse : found.date;
  return day > latest ? "future" : { day: day > today ? today : day };
}

/** Days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / DAY_MS));

/** Days in which these goods may come back, by the strictest category among them. */
export function daysAllowed(
  { returnDays, returnDaysByCategory }: Slots,
  categories: readonly (string | null)[],
): number {
  const byCategory = (returnDaysByCategory ?? {}) as Record<string, number>; // safe: the portal's settings, see StoreSettings
  const own = categories.flatMap((category) => (category === null ? [] : (byCategory[category] ?? [])));
  return own.length > 0 ? Math.min(...own) : Number(returnDays);
}
