import { newId } from "@botdeck/core/ids";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { announce, listen } from "./channel.ts";
import { keepEvents } from "./stores/inbox.ts";
import { messageEvent } from "./testing/events.ts";
import { connect, type DatabaseHandle } from "./client.ts";
import { createGate } from "./testing/gate.ts";
import { createWorld, type World } from "./testing/world.ts";

let world: World;
let listener: DatabaseHandle;
beforeAll(async () => {
  world = await createWorld();
  listener = connect(world.url, { applicationName: "listener" });
});
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});
afterAll(async () => {
  await listener.close();
  await world.close();
});

async function listenTo(channel: "botdeck_live" | "botdeck_inbox") {
  const heard: (string[] | null)[] = [];
  const state = { heard, ready: 0 };
  stops.push(
    await listen(
      listener,
      channel,
      (payload) => heard.push(payload),
      () => (state.ready += 1),
    ),
  );
  return state;
}

test("more ids than fit into one notice all arrive", async () => {
  const state = await listenTo("botdeck_live");
  const ids = Array.from({ length: 1_000 }, () => newId());
  await announce(world.db, "botdeck_live", ids);
  await expect.poll(() => state.heard.flat()).toEqual(ids);
});

test("a wake-up without ids is heard on its channel only", async () => {
  const [live, inbox] = [await listenTo("botdeck_live"), await listenTo("botdeck_inbox")];
  await announce(world.db, "botdeck_inbox", null);
  await expect.poll(() => inbox.heard).toEqual([null]);
  expect(live.heard).toEqual([]);
});

test("a listener whose connection was cut listens again and says that it may have missed something", async () => {
  const state = await listenTo("botdeck_live");
  expect(state.ready).toBe(1);
  for (const round of [2, 3, 4]) {
    await world.cut("listener");
    await expect.poll(() => state.ready, { timeout: 10_000 }).toBeGreaterThanOrEqual(round);
  }
  await announce(world.db, "botdeck_live", ["after"]);
  await expect.poll(() => state.heard).toEqual([["after"]]);
});

test("who wants to listen when the handle is closed, or is about to be, is refused and does not wait for ever", async () => {
  const gate = await createGate(world.url);
  const handle = connect(gate.url);
  await listen(handle, "botdeck_live", () => {});
  await gate.shut();
  // After it the listener pauses before its next try.
  await expect(listen(handle, "botdeck_inbox", () => {})).rejects.toThrow();
  const late = expect(listen(handle, "botdeck_inbox", () => {})).rejects.toMatchObject({ code: "unreachable" });
  await handle.close();
  await late;
  await expect(listen(handle, "botdeck_live", () => {})).rejects.toMatchObject({ code: "unreachable" });
});

test("a listener outlives an outage in which nobody can connect for a while", async () => {
  const gate = await createGate(world.url);
  const away = connect(gate.url);
  const heard: string[][] = [];
  let ready = 0;
  await listen(
    away,
    "botdeck_live",
    (ids) => heard.push(ids),
    () => (ready += 1),
  );

  await gate.shut();
  for (let tries = 0; tries < 20; tries++) await expect(announce(away.db, "botdeck_live", ["lost"])).rejects.toThrow();
  await gate.reopen();

  await expect.poll(() => ready, { timeout: 15_000 }).toBeGreaterThan(1);
  await announce(world.db, "botdeck_live", ["after"]);
  await expect.poll(() => heard).toEqual([["after"]]);
  await away.close();
  await gate.shut();
});

test("events that are kept and told of at once are heard of, also when they were there before", async () => {
  const inbox = await listenTo("botdeck_inbox");
  const keep = () => keepEvents(world.db, [messageEvent("told")], { source: "webhook", tells: true });
  expect(await keep()).toEqual(["told"]);
  await expect.poll(() => inbox.heard).toHaveLength(1);
  expect(await keep()).toEqual([]);
  await expect.poll(() => inbox.heard).toHaveLength(2);
});
