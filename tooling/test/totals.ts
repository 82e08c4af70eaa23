import { z } from "zod";

/** The part of vitest's JSON report that is counted. */
export const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  success: z.boolean(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});
export type VitestReport = z.infer<typeof VitestReport>;

export type Totals = { passed: number; failed: number; skipped: number };

/** Adds up the reports. A file that broke before its first test counts as one failure, and so does a missing report. */
export function addUp(reports: readonly (VitestReport | null)[]): Totals {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  for (const report of reports) {
    if (report === null) {
      totals.failed += 1;
      continue;
    }
    const brokenFiles = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    const failed = report.numFailedTests + brokenFiles.length;
    totals.passed += report.numPassedTests;
    // A run may fail with every test green: an error outside of them.
    totals.failed += failed === 0 && !report.success ? 1 : failed;
    totals.skipped += report.numPendingTests + report.numTodoTests;
  }
  return totals;
}

/** The last line of a test run: `12 passed, 0 failed`, with `, 1 skipped` when some were. */
export function formatTotals({ passed, failed, skipped }: Totals): string {
  return [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(", ");
}
