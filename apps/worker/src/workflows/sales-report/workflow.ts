import type { ReportCancelled, SalesReportInput } from "@botdeck/contracts";
import { GRANTED_SIGNAL, REPORT_CANCELLED_SIGNAL } from "@botdeck/contracts/names";
import {
  ActivityCancellationType,
  ActivityFailure,
  CancellationScope,
  condition,
  defineSignal,
  isCancellation,
  proxyActivities,
  setHandler,
} from "@temporalio/workflow";

import { createFlow } from "../flow/flow.ts";
import type { ReadOutcome, SalesReportActivities } from "./activities.ts";

const cancelled = defineSignal<[ReportCancelled]>(REPORT_CANCELLED_SIGNAL);
const granted = defineSignal<[unknown]>(GRANTED_SIGNAL);

const { beginReport, postReport, endReport } = proxyActivities<SalesReportActivities>({
  startToCloseTimeout: "15 s",
  retry: { initialInterval: "500 ms", maximumInterval: "30 s" },
});
const { readReport } = proxyActivities<SalesReportActivities>({
  startToCloseTimeout: "10 m",
  heartbeatTimeout: "60 s",
  // Somebody waits: after some tries they are told, and ask again.
  retry: { initialInterval: "2 s", maximumInterval: "30 s", maximumAttempts: 4 },
  // What was read so far is thrown away, so it need not be waited for.
  cancellationType: ActivityCancellationType.TRY_CANCEL,
});

/** As long as what waits for a permission is kept. */
const GRANT_WAIT = "24 h";

export type SalesReportOutcome = "posted" | "cancelled" | "failed" | "not_granted" | "stopped";

/**
 * Reads what a report needs with the rights of who asked, shows how far it has come, and posts it. It never leads a
 * conversation.
 *
 * @param input Checked by whoever starts it.
 */
export async function salesReport(input: SalesReportInput): Promise<SalesReportOutcome> {
  const { origin, language, by, query, total } = input;
  const flow = createFlow({ origin, language }, "reading");
  const asked = { by, query, total };
  let isCancelled = false;
  let grants = 0;
  // Anybody can type the button's command.
  setHandler(cancelled, ({ by: presser, isAdmin }) => {
    if (presser === by || isAdmin === true) isCancelled = true;
  });
  setHandler(granted, () => void (grants += 1));

  await beginReport(flow.addressee, asked);
  const outcome = await readAndPost();
  await endReport(flow.addressee, { ...asked, outcome });
  return outcome;

  async function readAndPost(): Promise<SalesReportOutcome> {
    for (;;) {
      const grantsBefore = grants;
      const read = await readUnlessUnwanted();
      if (read === null) return unwanted();
      if (read.kind === "read") {
        await postReport(flow.addressee, { ...asked, ...read });
        return "posted";
      }
      if (read.kind === "failed") return "failed";
      const isAnswered = await condition(() => isUnwanted() || grants > grantsBefore, GRANT_WAIT);
      if (isUnwanted()) return unwanted();
      if (!isAnswered) return "not_granted";
    }
  }

  /** Null when nobody wants the report any more. */
  async function readUnlessUnwanted(): Promise<ReadOutcome | { kind: "failed" } | null> {
    const reading = new CancellationScope();
    const read = reading.run(() => readReport(flow.addressee, asked)).catch(failedOrNull);
    const given = await Promise.race([read, condition(isUnwanted).then(() => null)]);
    if (given === null) reading.cancel();
    return given;
  }

  function failedOrNull(error: unknown): { kind: "failed" } | null {
    if (isCancellation(error)) return null;
    if (error instanceof ActivityFailure) return { kind: "failed" };
    throw error;
  }

  function isUnwanted(): boolean {
    return isCancelled || flow.isStopped();
  }

  function unwanted(): "stopped" | "cancelled" {
    return flow.isStopped() ? "stopped" : "cancelled";
  }
}
