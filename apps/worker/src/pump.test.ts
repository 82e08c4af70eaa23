import { createLogger } from "@botdeck/telemetry";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { type Pump, startPump } from "./pump.ts";

const logger = createLogger({ name: "test", level: "silent" });
let pump: Pump<number> | null = null;
let ends: (() => void)[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  const stopped = pump?.stop();
  for (const end of ends.splice(0)) end();
  await stopped;
  vi.useRealTimers();
});

/** Work by number; each piece goes on until it is ended, unless `instantly`. */
function setup({ places = 2, mostAhead = 0, instantly = true, stock = [] as number[] } = {}) {
  const begun: number[] = [];
  const released: number[] = [];
  ends = [];
  const claim = vi.fn(async (limit: number) => {
    const work = stock.splice(0, limit);
    return { work, hasMore: stock.length > 0 };
  });
  pump = startPump<number>({
    name: "test",
    places,
    mostAhead,
    logger,
    claim,
    async run(work) {
      begun.push(work);
      if (!instantly) await new Promise<void>((resolve) => void ends.push(resolve));
      return false;
    },
    release: async (work) => void released.push(...work),
  });
  return { pump, stock, begun, released, claim };
}

/** Lets what is due happen. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("a pump", () => {
  test("goes on without a pause while there is work, and sleeps when there is none", async () => {
    const { begun, claim } = setup({ stock: [1, 2, 3, 4, 5] });
    await settle();
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    const claims = claim.mock.calls.length;
    await vi.advanceTimersByTimeAsync(200);
    expect(claim).toHaveBeenCalledTimes(claims);
  });

  test("a wake-up ends its sleep at once, and a lost one costs a quarter of a second", async () => {
    const { pump, stock, begun } = setup();
    await settle();
    stock.push(1);
    pump.wake();
    await settle();
    stock.push(2);
    await vi.advanceTimersByTimeAsync(250);
    expect(begun).toEqual([1, 2]);
  });

  test("a wake-up while it claims is not missed", async () => {
    const { pump, stock, begun, claim } = setup();
    await settle();
    claim.mockImplementationOnce(async () => {
      stock.push(1);
      pump.wake();
      return { work: [], hasMore: false };
    });
    pump.wake();
    await settle();
    expect(begun).toEqual([1]);
  });

  test("a wake-up while work of its lane runs is heard again when that ends", async () => {
    const { pump, stock, begun, claim } = setup({ instantly: false, stock: [1] });
    await settle();
    pump.wake();
    await settle();
    const claims = claim.mock.calls.length;
    stock.push(2);
    ends[0]?.();
    await settle();
    expect(claim).toHaveBeenCalledTimes(claims + 1);
    expect(begun).toEqual([1, 2]);
  });

  test("never has more under way than places, and begins the next as soon as one is free", async () => {
    const { begun } = setup({ instantly: false, stock: [1, 2, 3] });
    await settle();
    expect(begun).toEqual([1, 2]);
    ends[0]?.();
    await settle();
    expect(begun).toEqual([1, 2, 3]);
  });

  test("claims ever more beforehand while that is begun soon, and no more when it has to wait", async () => {
    const stock = Array.from({ length: 2_000 }, (_, index) => index);
    const { claim, begun } = setup({ stock, mostAhead: 100 });
    await settle();
    expect(begun).toHaveLength(2_000);
    expect(Math.min(...claim.mock.calls.slice(-5).map(([limit]) => limit))).toBeGreaterThanOrEqual(50);

    await pump?.stop();
    const slow = setup({ stock: Array.from({ length: 100 }, (_, index) => index), mostAhead: 100, instantly: false });
    for (let round = 0; round < 30; round++) {
      await vi.advanceTimersByTimeAsync(100);
      for (const end of ends.splice(0)) end();
    }
    expect(Math.max(...slow.claim.mock.calls.slice(-5).map(([limit]) => limit))).toBeLessThan(6);
  });

  test("a claim that fails is made again, ever more rarely, and does not end it", async () => {
    const { begun, stock, claim } = setup();
    await settle();
    for (let times = 0; times < 4; times++) claim.mockRejectedValueOnce(new Error("the database is away"));
    stock.push(1);
    await vi.advanceTimersByTimeAsync(250 + 1_500);
    expect(begun).toEqual([1]);
  });

  test("a place that is kept is not given to others, and is free again when it is left", async () => {
    const { pump, stock, begun } = setup({ places: 1 });
    await settle();
    const place = pump.keepPlace();
    expect(pump.keepPlace()).toBeNull();
    stock.push(1);
    pump.wake();
    await settle();
    expect(begun).toEqual([]);
    place?.leave();
    await settle();
    expect(begun).toEqual([1]);
    pump.keepPlace()?.use([7]);
    await settle();
    expect(begun).toEqual([1, 7]);
  });

  test("stopping waits for what is under way, gives back what was not begun, and takes nothing new", async () => {
    const { pump, begun, released, stock, claim } = setup({ places: 1, mostAhead: 10, instantly: false });
    await settle();
    claim.mockImplementationOnce(async () => ({ work: [1, 2, 3], hasMore: true }));
    pump.wake();
    await settle();
    const stopped = vi.fn();
    const stopping = pump.stop().then(stopped);
    stock.push(4);
    pump.wake();
    await settle();
    expect(released).toEqual([2, 3]);
    expect(stopped).not.toHaveBeenCalled();
    ends[0]?.();
    await stopping;
    expect(begun).toEqual([1]);
  });
});
