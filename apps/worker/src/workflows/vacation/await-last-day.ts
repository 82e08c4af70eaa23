import { condition } from "@temporalio/workflow";

import { vacations } from "./proxies.ts";
import type { Run } from "./run.ts";
import type { Standing } from "./tell-activities.ts";

/**
 * Waits until granted days are over, or the person changes them or takes them back.
 *
 * @param granted.until In milliseconds.
 */
export async function awaitLastDay(
  { flow, news, absenceId }: Run,
  { personId, version }: Standing,
  { until, decidedBy }: { until: number; decidedBy: string | null },
): Promise<"over" | "cancelled" | "edited" | "stopped"> {
  const to = flow.addressee;
  for (;;) {
    const leftMs = Math.max(1, Math.ceil(until - Date.now()));
    const isHeard = await condition(() => flow.isStopped() || news.queue.length > 0, leftMs);
    if (flow.isStopped()) return "stopped";
    const one = news.queue.shift();
    if (one === undefined) {
      if (isHeard) continue;
      // Where it cannot be over it was changed: the row is the truth, and the word about it may be lost.
      return (await vacations.moveVacation(to, { absenceId, to: "over", version })) ? "over" : "edited";
    }
    if (one.version > version && one.kind !== "edited") news.queue.unshift(one);
    if (one.version > version) return "edited";
    if (one.kind === "withdrawn" && one.by === personId) {
      if (await vacations.moveVacation(to, { absenceId, to: "cancelled", version })) return "cancelled";
      // Changed, and then taken back.
      news.queue.unshift(one);
      return "edited";
    }
    // Who approved it may have pressed twice.
    const isAgain = one.kind === "approved" && one.by === decidedBy;
    const isDecision = !isAgain && ["approved", "declined", "asked"].includes(one.kind);
    if (isDecision) await vacations.tellTooLate(to, { key: flow.nextKey(), absenceId, by: one.by });
  }
}
