import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { LANES, REQUEST_LIMITS } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { takePlaces } from "@botdeck/b24-client";
import { connect, type DatabaseHandle, decideReservation, rateBudget } from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

let database: TestDatabase;
let handle: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url);
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

test("the database decides as the pure function does, to the microsecond", async () => {
  const anAsk = fc.record({
    lane: fc.constantFrom(...LANES),
    count: fc.integer({ min: 1, max: 60 }),
    limits: fc.constantFrom(REQUEST_LIMITS.standard, REQUEST_LIMITS.enterprise),
    /** Where the bucket stands before: some are empty, some full, some penalized. */
    aheadMs: fc.integer({ min: -5_000, max: 60_000 }),
  });
  const asks = fc.array(anAsk, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(asks, async (steps) => {
      const portalId = newId();
      for (const [index, { aheadMs, ...asked }] of steps.entries()) {
        if (index === 0) {
          await handle.db.insert(rateBudget).values({ portalId, arrivalAt: new Date(Date.now() + aheadMs) });
        }
        const decision = await decideReservation(handle.db, portalId, asked);
        const expected = takePlaces(decision.beforeUs, decision.nowUs, asked.limits, asked);
        expect({
          granted: decision.granted,
          retryAfterMs: decision.retryAfterMs,
          arrivalUs: decision.afterUs,
        }).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});

test("two processes that ask without a break never get more together than the portal's bucket takes", async () => {
  const portalId = newId();
  const program = fileURLToPath(new URL("testing/spend-budget.ts", import.meta.url));
  const spend = () => promisify(execFile)(process.execPath, [program, database.url, portalId, "1500"]);
  const outputs = await Promise.all([spend(), spend()]);

  const grants = outputs
    .flatMap(({ stdout }) => stdout.trim().split("\n"))
    .map((line) => line.split(" ").map(Number))
    .toSorted(([a = 0], [b = 0]) => a - b);
  let [level, lastUs, granted] = [0, 0, 0];
  for (const [nowUs = 0, count = 0] of grants) {
    level = Math.max(0, level - ((nowUs - lastUs) / 1_000_000) * 2) + count;
    lastUs = nowUs;
    granted += count;
    expect(level).toBeLessThanOrEqual(50);
  }
  // The burst, and what drained meanwhile.
  expect(granted).toBeGreaterThanOrEqual(48);
});
