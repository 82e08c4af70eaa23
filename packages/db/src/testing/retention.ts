import { newId } from "@botdeck/core/ids";

import { idAt } from "../stores/retention/id-at.ts";
import { retain } from "../stores/retention/retain.ts";
import { RETENTION_DAYS } from "../stores/retention/retention-days.ts";
import type { World } from "./world.ts";

/** When retention runs in a test: later than anything that other tests write. */
const NOW = new Date("2028-06-01T12:00:00Z");

export const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3_600_000);

/** An id made at an instant, one of many. */
export const idOf = (at: Date) => idAt(at).slice(0, 15) + newId().slice(15);

/** Runs it to its end, with the days that it has by default. @returns How many of each kind went; none is missing. */
export async function runRetention(
  { db }: Pick<World, "db">,
  { now = NOW, isDryRun = false, places = new Map<string, string>() } = {},
): Promise<{ total: Record<string, number>; steps: number[] }> {
  const total: Record<string, number> = {};
  const steps: number[] = [];
  for await (const { name, gone } of retain(db, { days: RETENTION_DAYS, now, isDryRun, places })) {
    if (gone === 0) continue;
    total[name] = (total[name] ?? 0) + gone;
    steps.push(gone);
  }
  return { total, steps };
}
