import { randomBytes } from "node:crypto";

import { createScriptedClient } from "@botdeck/b24-client/testing";
import { type Bot, inboxEvent } from "@botdeck/db";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { fetched, page, TROUBLE } from "../testing/fetched.ts";
import { pollOnce } from "./poll-once.ts";

let world: World;
let botId: string;
beforeAll(async () => {
  world = await createWorld();
  botId = (await world.newBot(await world.newPortal("mine"), "456", "fetch")).id;
});
beforeEach(async () => {
  await world.db.delete(inboxEvent);
  await world.db.execute(sql`update bot set fetch_offset = null`);
});
afterAll(() => world.close());

const theBot = async () => (await world.portals.botById(botId)) as Bot; // safe: made above
const offset = async () => (await theBot()).fetchOffset;
const messageIds = async () =>
  (await world.events()).map(({ body }) => (body?.kind === "message.added" ? body.message.id : null));

/** Polls as often as there are answers, each time with the bot as it is in the database then. */
async function poll(...answers: Parameters<typeof createScriptedClient>[0]) {
  const { client, calls } = createScriptedClient(answers);
  const results = [];
  for (const _ of answers) results.push(await pollOnce(await theBot(), client, world));
  return { results, calls };
}

test("events are kept with the offset that acknowledges them at the next poll, and not before", async () => {
  const { results, calls } = await poll(page([fetched(1), fetched(2)], 3, true), page([], 3));
  expect(await messageIds()).toEqual(["1", "2"]);
  expect(results).toEqual([
    { given: 2, kept: 2, hasMore: true, offset: 3 },
    { given: 0, kept: 0, hasMore: false, offset: 3 },
  ]);
  expect(calls.map(({ params }) => (params as { offset?: number }).offset)).toEqual([undefined, 3]);
});

test("events that come again, alone or among new ones, are kept once", async () => {
  await poll(page([fetched(1), fetched(2)], 3), page([fetched(2), fetched(2), fetched(3)], 4));
  expect(await messageIds()).toEqual(["1", "2", "3"]);
});

test("an answer without an offset leaves the one there was", async () => {
  await poll(page([fetched(1)], 2), page([], null));
  expect(await offset()).toBe(2);
});

describe("the offset stays where it was, so that the portal gives the events again", () => {
  test("when they could not be kept", async () => {
    await poll(page([fetched(1)], 2));
    await world.db.execute(sql`alter table inbox_event rename to inbox_event_away`);
    await expect(poll(page([fetched(2)], 3))).rejects.toThrow();
    await world.db.execute(sql`alter table inbox_event_away rename to inbox_event`);
    expect(await offset()).toBe(2);
    await poll(page([fetched(2)], 3));
    expect([await offset(), await messageIds()]).toEqual([3, ["1", "2"]]);
  });

  test("when the portal does not answer", async () => {
    await poll(page([fetched(1)], 2));
    await expect(poll(TROUBLE)).rejects.toMatchObject({ code: "unreachable" });
    expect(await offset()).toBe(2);
  });
});

test("events are kept without their offset when that cannot be stored: none of both is", async () => {
  await world.db.execute(sql`alter table bot add constraint no_offset check (fetch_offset is null)`);
  await expect(poll(page([fetched(1)], 2))).rejects.toThrow();
  await world.db.execute(sql`alter table bot drop constraint no_offset`);
  expect([await offset(), await messageIds()]).toEqual([null, []]);
});

test("an event that cannot be read is set aside and told, and holds none that come after it", async () => {
  world.log.length = 0;
  const broken = { ...fetched(1), data: { bot: { id: 456 }, chat: { dialogId: "chat5" }, user: { id: 1 } } };
  await poll(page([broken, fetched(2)], 3), page([broken], 3));
  expect([await offset(), await messageIds()]).toEqual([3, [null, "2"]]);
  expect((await world.events())[0]).toMatchObject({ kind: "event.unreadable", source: "fetch", botId });
  expect(world.log.join("")).toMatch(/"level":"error".*"eventId":1/);
});

test("an event that the inbox refuses holds none that come with it or after it", async () => {
  const chat = { id: 5, dialogId: randomBytes(4_000).toString("base64url"), type: "chat", name: "Chat" };
  const bad = { ...fetched(1), data: { ...fetched(1).data, chat } };
  await poll(page([bad, fetched(2)], 3));
  expect([await offset(), await messageIds()]).toEqual([3, [null, "2"]]);
});

test("events of no concern to bots are acknowledged without a row", async () => {
  await poll(page([{ ...fetched(1), type: "ONIMBOTV2SOMETHINGNEW" }], 2));
  expect([await offset(), await messageIds()]).toEqual([2, []]);
});
