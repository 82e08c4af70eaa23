import { expect, test } from "vitest";

import { createLeases } from "./leases.ts";

test("a call that the process slept through its lease with is cut before its first byte, timer or not", () => {
  let now = 0;
  const leases = createLeases(() => now);
  const lease = leases.open(0);
  expect(lease.hasTime()).toBe(true);
  now = 10_999;
  leases.cutLate();
  expect(lease.signal.aborted).toBe(false);
  now = 60_000;
  leases.cutLate();
  expect([lease.signal.aborted, lease.hasTime()]).toEqual([true, false]);
  lease.end();
});

test("one with too little time left is not begun, and one that ended is cut no more", () => {
  let now = 0;
  const leases = createLeases(() => now);
  const [late, ended] = [leases.open(-6_500), leases.open(0)];
  expect(late.hasTime()).toBe(false);
  ended.end();
  now = 60_000;
  leases.cutLate();
  expect(ended.signal.aborted).toBe(false);
  late.end();
});
