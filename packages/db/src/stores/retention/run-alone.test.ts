import { afterAll, beforeAll, expect, test } from "vitest";

import { createWorld, type World } from "../../testing/world.ts";
import { runUpkeepAlone } from "./run-alone.ts";

let world: World;
beforeAll(async () => void (world = await createWorld({ max: 1 })));
afterAll(() => world.close());

test("of several processes one does the upkeep", async () => {
  const isDone = Promise.withResolvers<void>();
  const isBegun = Promise.withResolvers<void>();
  const first = runUpkeepAlone(world.url, async () => {
    isBegun.resolve();
    await isDone.promise;
  });
  await isBegun.promise;
  expect(await runUpkeepAlone(world.url, () => Promise.reject(new Error("two at once")))).toBe(false);
  isDone.resolve();
  expect(await first).toBe(true);
  expect(await runUpkeepAlone(world.url, () => Promise.resolve())).toBe(true);
});
