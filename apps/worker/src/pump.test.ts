import { createLogger } from "@botdeck/telemetry";
import { afterEach, describe, expect, test, vi } from "vitest";

import { type Pump, startPump } from "./pump.ts";

const logger = createLogger({ name: "test", level: "silent" });
let pump: Pump | null = null;
afterEach(async () => {
  await pump?.stop();
  pump = null;
  vi.useRealTimers();
});

function pumping(runOne: () => Promise<boolean>, nextInMs: number | null = null, concurrency = 1) {
  pump = startPump({ name: "test", runOne, nextInMs: async () => nextInMs, concurrency, logger });
  return pump;
}

describe("a pump", () => {
  test("goes on without a pause while there is work, and sleeps when there is none", async () => {
    vi.useFakeTimers();
    let left = 5;
    const runOne = vi.fn(async () => left-- > 0);
    pumping(runOne);
    await vi.advanceTimersByTimeAsync(0);
    expect(runOne).toHaveBeenCalledTimes(6);
  });

  test("a wake-up ends its sleep at once", async () => {
    vi.useFakeTimers();
    const runOne = vi.fn(async () => false);
    pumping(runOne);
    await vi.advanceTimersByTimeAsync(0);
    pump?.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(runOne).toHaveBeenCalledTimes(2);
  });

  test("a wake-up while it looks is not missed", async () => {
    vi.useFakeTimers();
    const runOne = vi.fn(async () => {
      await Promise.resolve();
      if (runOne.mock.calls.length === 1) pump?.wake();
      return false;
    });
    pumping(runOne);
    await vi.advanceTimersByTimeAsync(0);
    expect(runOne).toHaveBeenCalledTimes(2);
  });

  test("a lost wake-up costs a second at most", async () => {
    vi.useFakeTimers();
    const runOne = vi.fn(async () => false);
    pumping(runOne, 3_600_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(runOne).toHaveBeenCalledTimes(2);
  });

  test("work that cannot be done now is tried again, and does not end the pump", async () => {
    vi.useFakeTimers();
    const runOne = vi.fn(async () => {
      if (runOne.mock.calls.length < 3) throw new Error("the database is away");
      return false;
    });
    pumping(runOne);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(runOne).toHaveBeenCalledTimes(3);
  });

  test("stopping waits for what is under way and takes nothing new", async () => {
    const { promise: blocked, resolve: finish } = Promise.withResolvers<void>();
    const runOne = vi.fn(async () => {
      await blocked;
      return true;
    });
    const stopping = pumping(runOne, null, 2).stop();
    finish();
    await stopping;
    expect(runOne).toHaveBeenCalledTimes(2);
  });
});
