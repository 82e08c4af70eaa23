import { type Lane, LANES, REQUEST_LIMITS, roomOf } from "@botdeck/core";
import fc from "fast-check";
import { expect, test } from "vitest";

import { pauseUntil, takePlaces } from "./gcra.ts";

const LIMITS = REQUEST_LIMITS.standard;
const START_US = 1_000_000_000;
const MS = 1_000;

/** Level of the portal's own bucket of 50 with 2 a second, after requests at these instants. */
function highestLevel(sentAtUs: readonly number[]): number {
  let [level, lastUs, highest] = [0, START_US, 0];
  for (const at of sentAtUs) {
    level = Math.max(0, level - ((at - lastUs) / 1_000_000) * 2) + 1;
    lastUs = at;
    highest = Math.max(highest, level);
  }
  return highest;
}

const aStep = fc.record({
  gapMs: fc.nat({ max: 3_000 }),
  lane: fc.constantFrom(...LANES),
  count: fc.integer({ min: 1, max: 20 }),
});

test("whatever the lanes ask for, the portal's bucket of 50 with 2 a second never runs over", () => {
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 30, maxLength: 200 }), (steps) => {
      let [nowUs, arrivalUs] = [START_US, 0];
      const sentAtUs = steps.flatMap(({ gapMs, lane, count }) => {
        nowUs += gapMs * MS;
        const places = takePlaces(arrivalUs, nowUs, LIMITS, { lane, count });
        arrivalUs = places.arrivalUs;
        return Array.from({ length: places.granted }, () => nowUs);
      });
      expect(highestLevel(sentAtUs)).toBeLessThanOrEqual(50);
    }),
  );
});

test("however much the lower lanes have asked for, a higher one finds its part of the burst at once", () => {
  const aPair = fc
    .tuple(fc.nat({ max: LANES.length - 2 }), fc.integer({ min: 1, max: LANES.length - 1 }))
    .map(([high, below]): [Lane, number] => [LANES[high] ?? "reply", Math.min(high + below, LANES.length - 1)]);
  fc.assert(
    fc.property(aPair, fc.array(aStep, { maxLength: 100 }), ([high, lowest], steps) => {
      let [nowUs, arrivalUs] = [START_US, 0];
      const next = LANES[LANES.indexOf(high) + 1] ?? "digest";
      for (const { gapMs, count } of steps) {
        nowUs += gapMs * MS;
        const lane = LANES[lowest] ?? "digest";
        arrivalUs = takePlaces(arrivalUs, nowUs, LIMITS, { lane, count }).arrivalUs;
      }
      const kept = roomOf(LIMITS, high) - roomOf(LIMITS, next);
      expect(takePlaces(arrivalUs, nowUs, LIMITS, { lane: high, count: kept }).granted).toBe(kept);
    }),
  );
});

test("a refusal takes nothing, and says exactly when there is room", () => {
  fc.assert(
    fc.property(fc.constantFrom(...LANES), fc.nat({ max: 60_000 }), (lane, pauseMs) => {
      const full = pauseUntil(0, START_US, LIMITS, pauseMs + 1);
      const refused = takePlaces(full, START_US, LIMITS, { lane, count: 5 });
      expect(refused).toMatchObject({ granted: 0, arrivalUs: full });
      const later = START_US + refused.retryAfterMs * MS;
      expect(takePlaces(full, later, LIMITS, { lane, count: 5 }).granted).toBeGreaterThan(0);
      expect(takePlaces(full, later - 2 * MS, LIMITS, { lane, count: 5 }).granted).toBe(0);
    }),
  );
});

test("a pause holds the most urgent call for so long, and never shortens the queue", () => {
  fc.assert(
    fc.property(fc.nat({ max: 2_000_000_000 }), fc.integer({ min: 1, max: 60_000 }), (arrivalUs, pauseMs) => {
      const paused = pauseUntil(arrivalUs, START_US, LIMITS, pauseMs);
      expect(paused).toBeGreaterThanOrEqual(arrivalUs);
      const { retryAfterMs } = takePlaces(paused, START_US, LIMITS, { lane: "hand_over", count: 1 });
      expect(retryAfterMs).toBeGreaterThanOrEqual(pauseMs);
    }),
  );
});
