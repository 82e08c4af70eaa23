import { createLogger } from "@botdeck/telemetry";
import { expect, test } from "vitest";

import { createPortalLanes } from "./portal-lanes.ts";

const logger = createLogger({ name: "test", level: "silent" });

/** Nothing of what lasts leaves its place, unless `heldMs` says so. */
function setup(places: number, { heldMs = 60_000, most = places } = {}) {
  const lanes = createPortalLanes({ places, most, heldMs, logger });
  const done: string[] = [];
  const hanging = (name: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    return { work: () => promise.then(() => void done.push(name)), resolve, reject };
  };
  return { lanes, done, hanging };
}

test("a portal whose work hangs holds no other up, and gets nothing more until it is over", async () => {
  const { lanes, done, hanging } = setup(4);
  const dead = hanging("dead");
  expect(lanes.begin("1", dead.work)).toBe(true);
  expect(lanes.begin("2", async () => void done.push("alive"))).toBe(true);
  expect(lanes.begin("1", async () => void done.push("next"))).toBe(false);
  await Promise.resolve();
  expect(done).toEqual(["alive"]);

  dead.resolve();
  await lanes.settled();
  expect(lanes.begin("1", async () => void done.push("next"))).toBe(true);
  await lanes.settled();
  expect(done).toEqual(["alive", "dead", "next"]);
});

test("there are no more at once than places, and a place that is left can be waited for", async () => {
  const { lanes, done, hanging } = setup(2);
  const [first, second] = [hanging("first"), hanging("second")];
  lanes.begin("1", first.work);
  lanes.begin("2", second.work);
  expect(lanes.begin("3", async () => void done.push("third"))).toBe(false);

  const isFree = lanes.free();
  second.resolve();
  await isFree;
  expect(lanes.begin("3", async () => void done.push("third"))).toBe(true);
  first.resolve();
  await lanes.settled();
  expect(done.toSorted()).toEqual(["first", "second", "third"]);
});

test("work that fails leaves its place", async () => {
  const { lanes, hanging } = setup(1);
  const failing = hanging("failing");
  lanes.begin("1", failing.work);
  failing.reject(new Error("the portal is away"));
  await lanes.settled();
  expect(lanes.begin("1", () => Promise.resolve())).toBe(true);
});

test("work that hangs leaves its place to others, and its portal gets nothing more all the same", async () => {
  const { lanes, done, hanging } = setup(1, { heldMs: 1, most: 2 });
  const dead = hanging("dead");
  lanes.begin("1", dead.work);
  expect(lanes.begin("2", () => Promise.resolve())).toBe(false);

  expect(await lanes.enter("2", async () => void done.push("alive"))).toBe(true);
  expect(await lanes.enter("1", async () => void done.push("next"))).toBe(false);
  expect(lanes.underWay()).toEqual(["1"]);
  dead.resolve();
  await lanes.settled();
  expect(done).toEqual(["alive", "dead"]);
});

test("of those that wait for a place each gets one, and no more at once than places", async () => {
  const { lanes, done, hanging } = setup(1);
  const all = ["1", "2", "3"].map((name) => ({ name, ...hanging(name) }));
  const entering = all.map(({ name, work }) => lanes.enter(name, work));
  for (const [place, { name, resolve }] of all.entries()) {
    await entering[place];
    expect(lanes.underWay()).toEqual([name]);
    resolve();
  }
  await lanes.settled();
  expect(done).toEqual(["1", "2", "3"]);
});

test("no more hang at once than may, and the next is begun when one of them is over", async () => {
  const { lanes, done, hanging } = setup(2, { heldMs: 1, most: 3 });
  const dead = ["1", "2", "3"].map((name) => ({ name, ...hanging(name) }));
  for (const { name, work } of dead) expect(await lanes.enter(name, work)).toBe(true);
  const isBegun = lanes.enter("4", async () => void done.push("alive"));
  expect(lanes.underWay()).toEqual(["1", "2", "3"]);
  dead[0]?.resolve();
  expect(await isBegun).toBe(true);
  for (const { resolve } of dead) resolve();
  await lanes.settled();
  expect(done).toHaveLength(4);
});

test("closed lanes begin nothing: whoever waits for a place is told so, and what is under way is waited for", async () => {
  const { lanes, done, hanging } = setup(1);
  const dead = hanging("dead");
  lanes.begin("1", dead.work);
  const entering = lanes.enter("2", async () => void done.push("late"));
  const isFree = lanes.free();
  lanes.close();
  expect(await entering).toBe(false);
  expect(await isFree).toBe(false);
  dead.resolve();
  await lanes.settled();
  expect(lanes.begin("2", async () => void done.push("late"))).toBe(false);
  expect(done).toEqual(["dead"]);
});
