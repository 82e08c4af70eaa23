import { expect, test } from "vitest";

import { addUp, formatTotals, type VitestReport } from "./totals.ts";

const report = (part: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [],
  ...part,
});

test.each([
  {
    what: "two packages are added up",
    reports: [report({ numPassedTests: 3 }), report({ numPassedTests: 4, numFailedTests: 1, success: false })],
    line: "7 passed, 1 failed",
  },
  {
    what: "a package without a report has failed",
    reports: [report({ numPassedTests: 3 }), null],
    line: "3 passed, 1 failed",
  },
  {
    what: "a file that broke before its first test has failed",
    reports: [report({ success: false, testResults: [{ status: "failed", assertionResults: [] }] })],
    line: "0 passed, 1 failed",
  },
  {
    what: "an error outside of every test is a failure",
    reports: [report({ numPassedTests: 3, success: false })],
    line: "3 passed, 1 failed",
  },
  {
    what: "skipped tests are named",
    reports: [report({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 })],
    line: "1 passed, 0 failed, 3 skipped",
  },
])("$what", ({ reports, line }) => {
  expect(formatTotals(addUp(reports))).toBe(line);
});
