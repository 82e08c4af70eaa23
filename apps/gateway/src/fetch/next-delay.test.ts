import { expect, test } from "vitest";

import { nextDelayMs, type PollResult } from "./next-delay.ts";

test.each<[PollResult, number]>([
  [{ kind: "events", hasMore: true }, 2_000],
  [{ kind: "events", hasMore: false }, 5_000],
  [{ kind: "nothing", inARow: 1 }, 5_000],
  [{ kind: "nothing", inARow: 24 }, 5_000],
  [{ kind: "nothing", inARow: 36 }, 15_000],
  [{ kind: "nothing", inARow: 500 }, 30_000],
  [{ kind: "trouble", inARow: 1, retryAfterMs: undefined }, 5_000],
  [{ kind: "trouble", inARow: 3, retryAfterMs: undefined }, 20_000],
  [{ kind: "trouble", inARow: 50, retryAfterMs: undefined }, 120_000],
  [{ kind: "trouble", inARow: 1, retryAfterMs: 9_000 }, 9_000],
])("after %j the next poll waits %i ms", (result, ms) => {
  expect(nextDelayMs(result)).toBe(ms);
});
