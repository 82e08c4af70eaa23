import type { Decided } from "@botdeck/contracts";
import type { Slots } from "@botdeck/dialog/dialogs";
import { ActivityFailure, condition } from "@temporalio/workflow";

import type { Flow } from "../flow/flow.ts";
import type { Nudges } from "./hear-nudges.ts";
import { isReturnTaskDone, returns } from "./proxies.ts";

/** Times that the supervisor is told before nobody is expected to decide any more. */
const MOST_REMINDERS = 3;
/** Looks at the task come after these parts of the time to decide: of a day after 10 minutes at first, then slower, at last every two hours. */
const FIRST_LOOK = 1 / 144;
const LATEST_LOOK = 1 / 12;
const SLOWER_BY = 2;

type Waiting = {
  flow: Flow;
  /** What was decided by a button; null so far. */
  decided: () => Decided | null;
  /** Who wants the manager reminded. */
  nudges: Nudges;
  decisionMs: number;
  managerId: string | null;
  supervisorId: string | null;
  slots: Slots;
};

/**
 * Waits until somebody decides, by a button or by completing the task, which approves. A deadline that passes is told to the
 * supervisor, and the time runs anew.
 *
 * @returns Null when nobody did.
 */
export async function awaitDecision({
  flow,
  decided,
  nudges,
  decisionMs,
  managerId,
  supervisorId,
  slots,
}: Waiting): Promise<Decided | null> {
  const { addressee } = flow;
  let pauseMs = decisionMs * FIRST_LOOK;
  for (let reminders = 0; ; reminders++) {
    const decision = await untilDecided(Date.now() + decisionMs);
    if (decision !== null || reminders === MOST_REMINDERS) return decision;
    if (supervisorId !== null) {
      await returns.tellSupervisor(addressee, { key: flow.nextKey(), supervisorId, slots });
    }
    await returns.commentReturn(addressee, { key: flow.nextKey(), outcome: "overdue" });
    if (reminders === 0) await returns.tellClient(addressee, { key: flow.nextKey(), lines: [{ text: "returnLate" }] });
  }

  async function untilDecided(deadline: number): Promise<Decided | null> {
    for (let leftMs = deadline - Date.now(); leftMs > 0; leftMs = deadline - Date.now()) {
      const hasWord = () => decided() !== null || nudges.waiting > 0;
      if (await condition(hasWord, Math.max(1, Math.ceil(Math.min(pauseMs, leftMs))))) {
        if (decided() !== null) break;
        await remind();
        continue;
      }
      if (await isDone()) return decided() ?? { verdict: "approved", by: null, reason: null };
      pauseMs = Math.min(pauseMs * SLOWER_BY, decisionMs * LATEST_LOOK);
    }
    return decided();
  }

  async function remind(): Promise<void> {
    // Several that came together want the same.
    nudges.waiting = 0;
    if (managerId !== null) await returns.remindManager(addressee, { key: flow.nextKey(), managerId, slots });
  }

  async function isDone(): Promise<boolean> {
    try {
      return await isReturnTaskDone(addressee);
    } catch (error) {
      if (error instanceof ActivityFailure) return false;
      throw error;
    }
  }
}
