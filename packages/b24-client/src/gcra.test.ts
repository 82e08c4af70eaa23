import fc from "fast-check";
import { expect, test } from "vitest";

import { pauseUntil, PORTAL_LIMITS, takeSlot } from "./gcra.ts";

const CHAT = { lane: "chat", maxWaitMs: Number.POSITIVE_INFINITY } as const;
const START = 1_000_000;

function take(arrivalMs: number, nowMs: number) {
  const slot = takeSlot(arrivalMs, nowMs, PORTAL_LIMITS, CHAT);
  if (!slot.ok) throw new Error("refused");
  return slot;
}

test("a full burst goes at once, and the next call waits for one drop", () => {
  let arrivalMs = 0;
  const waits = Array.from({ length: 50 }, () => {
    const slot = take(arrivalMs, START);
    arrivalMs = slot.arrivalMs;
    return slot.waitMs;
  });
  expect(waits.slice(0, 48)).toEqual(Array.from({ length: 48 }, () => 0));
  expect(waits.slice(48)).toEqual([513, 1026]);
});

test("never lets more through than the portal's bucket of 50 with 2 a second takes", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3_000 }), { minLength: 60, maxLength: 300 }), (gaps) => {
      let nowMs = START;
      let arrivalMs = 0;
      const sentAt = gaps.map((gap) => {
        nowMs += gap;
        const slot = take(arrivalMs, nowMs);
        arrivalMs = slot.arrivalMs;
        return nowMs + slot.waitMs;
      });
      let level = 0;
      let last = START;
      for (const at of sentAt.toSorted((a, b) => a - b)) {
        level = Math.max(0, level - ((at - last) / 1000) * 2) + 1;
        last = at;
        expect(level).toBeLessThanOrEqual(50);
      }
    }),
  );
});

test("a wait that is too long is refused and takes nothing", () => {
  const full = pauseUntil(0, START, PORTAL_LIMITS, 5_000);
  expect(takeSlot(full, START, PORTAL_LIMITS, { lane: "chat", maxWaitMs: 4_000 })).toEqual({
    ok: false,
    retryAfterMs: 5_000,
  });
  expect(take(full, START)).toMatchObject({ waitMs: 5_000 });
});

test("bulk work leaves half the burst to chat", () => {
  const bulk = { lane: "bulk", maxWaitMs: 0 } as const;
  let arrivalMs = 0;
  for (let taken = 0; taken < 24; taken++) {
    const slot = takeSlot(arrivalMs, START, PORTAL_LIMITS, bulk);
    if (!slot.ok) throw new Error(`refused after ${taken}`);
    arrivalMs = slot.arrivalMs;
  }
  expect(takeSlot(arrivalMs, START, PORTAL_LIMITS, bulk)).toMatchObject({ ok: false });
  expect(take(arrivalMs, START)).toMatchObject({ waitMs: 0 });
});

test("a pause never shortens the queue", () => {
  fc.assert(
    fc.property(fc.nat({ max: 2_000_000 }), fc.nat({ max: 60_000 }), (arrivalMs, pauseMs) => {
      expect(pauseUntil(arrivalMs, START, PORTAL_LIMITS, pauseMs)).toBeGreaterThanOrEqual(arrivalMs);
    }),
  );
});
