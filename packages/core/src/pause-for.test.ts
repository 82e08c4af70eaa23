import { beforeEach, expect, onTestFinished, test, vi } from "vitest";

import { pauseFor } from "./pause-for.ts";

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

test("a pause lasts as long as was asked for", async () => {
  let result: boolean | null = null;
  void pauseFor(1_000, undefined).then((value) => (result = value));
  await vi.advanceTimersByTimeAsync(999);
  expect(result).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(result).toBe(true);
});

test("a pause that is cancelled ends at once and leaves no timer that keeps the process up", async () => {
  const stopping = new AbortController();
  const before = pauseFor(1_000, stopping.signal);
  stopping.abort();
  expect([await before, await pauseFor(1_000, stopping.signal)]).toEqual([false, false]);
  expect(vi.getTimerCount()).toBe(0);
});
