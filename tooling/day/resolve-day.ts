/** The day that a date of an order means: `D-9` is nine days before `today` in this machine's time zone. */
export function resolveDay(day: string, today: Date): string {
  if (!day.startsWith("D")) return day;
  const at = new Date(today.getFullYear(), today.getMonth(), today.getDate() + Number(day.slice(1)));
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
