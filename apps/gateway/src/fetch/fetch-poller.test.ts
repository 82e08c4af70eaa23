import { setTimeout as delay } from "node:timers/promises";

import { createPollerLocks, type Portal } from "@botdeck/db";
import type { B24Client } from "@botdeck/b24-client";
import { afterEach, beforeEach, expect, test } from "vitest";

import { fetched } from "../testing/fetched.ts";
import { createWorld, type World } from "../testing/world.ts";
import { startFetchPoller } from "./fetch-poller.ts";

/** All pauses are as short as this, so that a test sees many polls. */
const PAUSE_MS = 5;

let world: World;
let portal: Portal;
const running: (() => Promise<void>)[] = [];

beforeEach(async () => {
  world = await createWorld();
  portal = await world.newPortal("mine");
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
  await world.close();
});

type Poll = { botId: string; offset?: number };

/** A gateway's poller, over a portal that answers each poll as told. */
function startPoller(answer: (poll: Poll, signal: AbortSignal | undefined) => Promise<unknown>) {
  const polls: Poll[] = [];
  const call = async (_method: string, params: Poll, options?: { signal?: AbortSignal }) => {
    polls.push(params);
    return answer(params, options?.signal);
  };
  const client = { call } as unknown as B24Client; // safe: the poller only calls
  const clients = { for: () => client, forUser: () => client, forPortal: async () => client };
  const locks = createPollerLocks(world.url);
  const pause = () => delay(PAUSE_MS);
  const poller = startFetchPoller({ ...world, locks, clients, pause });
  const stop = async () => {
    await poller.stop();
    await locks.close();
  };
  running.push(stop);
  return { polls, stop };
}

const nothing = async () => ({ events: [], nextOffset: null, hasMore: false });
const until = (check: () => unknown) => expect.poll(check, { timeout: 10_000, interval: 10 }).toBeTruthy();

test("events of a bot are kept, and the next poll acknowledges them", async () => {
  await world.newBot(portal, "456", "fetch");
  const { polls } = startPoller(async ({ offset }) =>
    offset === undefined ? { events: [fetched(1)], nextOffset: 2, hasMore: true } : nothing(),
  );
  await until(async () => (await world.events()).length === 1);
  await until(() => polls.some((poll) => poll.offset === 2));
});

test("a bot that is connected later is polled too, and one that is removed no more", async () => {
  const { polls } = startPoller(nothing);
  const bot = await world.newBot(portal, "456", "fetch");
  await world.newBot(portal, "789", "webhook");
  await until(() => polls.length > 0);
  expect(new Set(polls.map((poll) => poll.botId))).toEqual(new Set(["456"]));

  await world.portals.setBotState(bot.id, "removed", null);
  await world.newBot(portal, "457", "fetch");
  const pollsOf = (botId: string) => polls.filter((poll) => poll.botId === botId).length;
  await until(() => pollsOf("457") > 0);
  const before = pollsOf("456");
  await until(() => pollsOf("457") > 5);
  expect(pollsOf("456")).toBe(before);
});

test("a bot in trouble is tried again, and does not keep others from being polled", async () => {
  await world.newBot(portal, "456", "fetch");
  await world.newBot(portal, "457", "fetch");
  const { polls } = startPoller(async ({ botId }) => {
    if (botId === "456") throw new Error("no answer");
    return nothing();
  });
  const pollsOf = (botId: string) => polls.filter((poll) => poll.botId === botId).length;
  await until(() => pollsOf("456") > 1 && pollsOf("457") > 1);
});

test("of two gateways one polls a bot at a time", async () => {
  await world.newBot(portal, "456", "fetch");
  let atOnce = 0;
  let most = 0;
  const slow = async () => {
    most = Math.max(most, ++atOnce);
    await world.portals.fetchBots();
    atOnce -= 1;
    return nothing();
  };
  const [first, second] = [startPoller(slow), startPoller(slow)];
  await until(() => first.polls.length > 3 && second.polls.length > 3);
  expect(most).toBe(1);
});

test("more bots than the pool has connections are polled at once, and their events kept", async () => {
  for (let id = 1; id <= 15; id++) await world.newBot(portal, String(id), "fetch");
  const all = Promise.withResolvers<void>();
  const { polls } = startPoller(async ({ botId, offset }) => {
    // Nobody is answered before everybody has asked.
    if (polls.length === 15) all.resolve();
    await all.promise;
    return offset === undefined ? { events: [fetched(Number(botId))], nextOffset: 1, hasMore: false } : nothing();
  });
  await until(async () => (await world.events()).length === 15);
});

test("stopping does not wait for a portal that keeps the poll hanging", async () => {
  await world.newBot(portal, "456", "fetch");
  const { polls, stop } = startPoller(
    (_poll, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(new Error("cut")))),
  );
  await until(() => polls.length === 1);
  await stop();
  expect(world.log.join("")).not.toContain("could not be fetched");
});
