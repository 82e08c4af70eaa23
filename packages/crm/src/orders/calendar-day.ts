/** The day that a moment begins with, such as `2026-11-12T00:00:00`; null for one that no calendar has, as the 31st of February. */
export function calendarDay(moment: string | null | undefined): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(moment ?? "")?.[0];
  if (day === undefined) return null;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : null;
}
