import type { VacationNews } from "@botdeck/contracts";

import { vacations } from "./proxies.ts";
import type { Run } from "./run.ts";
import type { Standing } from "./tell-activities.ts";

/** Days that were granted, and who did it. */
export type Granted = Pick<Standing, "version" | "personId" | "kind"> & {
  /** When they are over, in milliseconds. */
  until: number;
  decidedBy: string | null;
};

/**
 * Hears what came while days are granted. What comes too late to change them is dealt with here, so that it holds up nothing.
 *
 * @returns The first word by which they are changed or taken back, which stays in the queue; null without one.
 */
export async function hearGranted(
  { flow, news, absenceId }: Run,
  { version, personId, decidedBy }: Granted,
): Promise<VacationNews | null> {
  for (;;) {
    const [one] = news.queue;
    if (one === undefined) return null;
    if (one.version > version || (one.kind === "withdrawn" && one.by === personId)) return one;
    news.queue.shift();
    // Who approved it may have pressed twice.
    const isAgain = one.kind === "approved" && one.by === decidedBy;
    const isDecision = !isAgain && ["approved", "declined", "asked"].includes(one.kind);
    if (!isDecision) continue;
    await vacations.tellTooLate(flow.addressee, { key: flow.nextKey(), absenceId, by: one.by });
    if (flow.isStopped()) return null;
  }
}
