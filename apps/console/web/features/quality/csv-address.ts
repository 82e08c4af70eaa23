import type { filterOf, Group, Period } from "./search.ts";

/** Where the figures of a page are as a file. */
export function csvAddress(
  { filter, period }: { filter: ReturnType<typeof filterOf>; period: Period },
  by: Group | "time",
): string {
  const asked = { ...filter, ...period, by };
  const params = Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
  return `/api/quality.csv?${new URLSearchParams(params).toString()}`;
}
