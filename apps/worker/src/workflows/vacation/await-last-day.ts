import { condition } from "@temporalio/workflow";

import { type Granted, hearGranted } from "./hear-granted.ts";
import { vacations } from "./proxies.ts";
import type { Run } from "./run.ts";

/** Waits until granted days are over, or the person changes them or takes them back. */
export async function awaitLastDay(run: Run, granted: Granted): Promise<"over" | "cancelled" | "edited" | "stopped"> {
  const { flow, news, absenceId } = run;
  const to = flow.addressee;
  const { version, until } = granted;
  for (;;) {
    const leftMs = Math.max(1, Math.ceil(until - Date.now()));
    const isHeard = await condition(() => flow.isStopped() || news.queue.length > 0, leftMs);
    if (flow.isStopped()) return "stopped";
    const one = await hearGranted(run, granted);
    if (flow.isStopped()) return "stopped";
    if (one === null) {
      if (isHeard) continue;
      // Where it cannot be over it was changed: the row is the truth, and the word about it may be lost.
      return (await vacations.moveVacation(to, { absenceId, to: "over", version })) ? "over" : "edited";
    }
    if (one.version > version) {
      // It is about what came of a change: that is asked for first.
      if (one.kind === "edited") news.queue.shift();
      return "edited";
    }
    // Otherwise it was changed, and then taken back: the word stays for the newer version.
    if (!(await vacations.moveVacation(to, { absenceId, to: "cancelled", version }))) return "edited";
    news.queue.shift();
    return "cancelled";
  }
}
