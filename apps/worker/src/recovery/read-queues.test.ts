import { afterEach, beforeEach, expect, test } from "vitest";

import { createMissedWorld, type MissedWorld } from "../testing/missed-world.ts";
import { unhurried } from "./place.ts";
import { createQueueReader } from "./read-queues.ts";

let world: MissedWorld;
beforeEach(async () => void (world = await createMissedWorld()));
afterEach(() => world.close());

const reader = () => createQueueReader({ ...world.deps, calls: unhurried(AbortSignal.timeout(20_000)) });
const DEALS = ["ONCRMDEALADD", "ONCRMDEALUPDATE", "ONCRMDEALDELETE"];
/** What the worker does last when an installation or an update of the app is checked. */
const appliesUpdate = () => world.deps.portals.setState(world.portal.id, "active");

test("a portal whose app was updated, and which forgot with it what to queue, is asked anew", async () => {
  const read = reader();
  await read();
  world.state.queued.length = 0;
  await read();
  expect(world.state.queued).toEqual([]);
  await appliesUpdate();
  await read();
  expect(world.state.queued).toEqual(DEALS);
});

test("a portal whose app lacked the rights for a queue is left in peace until the app was updated", async () => {
  world.state.queued.length = 0;
  const read = reader();
  const denied = { status: 403, body: JSON.stringify({ error: "insufficient_scope", error_description: "no" }) };
  world.state.ending = (method) => (method === "event.get" ? denied : undefined);
  await read();
  world.state.ending = () => undefined;
  await read();
  expect(world.state.queued).toEqual([]);
  await appliesUpdate();
  await read();
  expect(world.state.queued).toEqual(DEALS);
});
