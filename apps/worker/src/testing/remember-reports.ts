import { ApplicationFailure, CancelledFailure, Context } from "@temporalio/activity";

import type { ReadOutcome, SalesReportActivities } from "../workflows/sales-report/activities.ts";

/** What a report finds when it reads. */
export type ReportDesk = {
  /** One for each try to read; the last one stands for all that follow. `waits` goes on until it is cancelled. */
  reads: ("read" | "not_granted" | "fails" | "waits")[];
};

export const newReportDesk = (): ReportDesk => ({ reads: ["read"] });

const EMPTY_READ: ReadOutcome = {
  kind: "read",
  report: {
    totals: { count: 0, won: 0, lost: 0, open: 0, winRate: null, sums: [] },
    change: {
      count: { before: 0, now: 0, percent: null },
      won: { before: 0, now: 0, percent: null },
      lost: { before: 0, now: 0, percent: null },
      sums: [],
      wonSums: [],
    },
    funnels: [],
    losses: [],
  },
  csvFileId: null,
  chart: null,
};

export function rememberReports(desk: ReportDesk, note: (what: string) => Promise<void>): SalesReportActivities {
  return {
    beginReport: async (_to, { total }) => note(`progress of ${total}`),
    async readReport() {
      const way = desk.reads.length > 1 ? desk.reads.shift() : desk.reads[0];
      await note(`read ${way}`);
      if (way === "fails") throw ApplicationFailure.nonRetryable("The portal refuses");
      if (way === "not_granted") return { kind: "not_granted" };
      if (way === "waits") {
        const { cancellationSignal, heartbeat } = Context.current();
        // The server answers a heartbeat with the cancellation.
        const beating = setInterval(() => heartbeat(), 100);
        await new Promise<void>((resolve) => cancellationSignal.addEventListener("abort", () => resolve()));
        clearInterval(beating);
        throw new CancelledFailure("cancelled");
      }
      return EMPTY_READ;
    },
    postReport: async () => note("report"),
    endReport: async (_to, { outcome }) => note(`end ${outcome}`),
  };
}
