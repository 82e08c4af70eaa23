import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { addHook, gatewayBeat } from "@botdeck/db";
import { afterEach, beforeEach, expect, test } from "vitest";

import { POSTED_AT, v2Message } from "../testing/posts.ts";
import { createWorld, type World } from "../testing/world.ts";

const URL = "/bitrix/events";

let world: World;
let now = POSTED_AT;
beforeEach(async () => {
  now = POSTED_AT;
  world = await createWorld([], { now: () => now });
});
afterEach(() => world.close());

const until = (check: () => unknown) => expect.poll(check, { timeout: 10_000, interval: 20 }).toBeTruthy();
const withToken = (token: string, messageId: string) => {
  const body = v2Message("mine", { messageId });
  return { ...body, auth: { ...body.auth, application_token: token } };
};
const reinstall = (applicationToken: string) =>
  world.portals.keepInstall({
    memberId: "mine",
    domain: "mine.example",
    clientEndpoint: "https://mine.example/rest/",
    serverEndpoint: "https://oauth.bitrix24.tech/rest/",
    applicationToken,
  });

test("who is connected while the gateway runs is known to it without having posted", async () => {
  world.gateway.start();
  const portal = await world.newPortal("mine");
  const bot = await world.newBot(portal, "456");
  const { id } = await addHook(world.db, { botId: bot.id, name: "Monitoring", kind: "generic" });
  // What it knows is in the snapshot.
  await until(async () => {
    const known = await world.snapshot.read();
    return known?.portals.get("mine")?.bots.has("456") === true && known.hooks.has(id);
  });

  world.loseDatabase();
  expect((await world.post(URL, v2Message("mine"))).statusCode).toBe(200);
});

test("a portal's new token counts at once, and the former one for ten minutes more", async () => {
  await world.newBot(await world.newPortal("mine"), "456");
  await world.post(URL, withToken("mine-application", "1"));
  await reinstall("new-token");

  const statusOf = async (token: string, id: string) => (await world.post(URL, withToken(token, id))).statusCode;
  expect([await statusOf("new-token", "2"), await statusOf("mine-application", "3")]).toEqual([200, 200]);
  now = new Date(POSTED_AT.getTime() + 11 * 60_000);
  expect([await statusOf("new-token", "4"), await statusOf("mine-application", "5")]).toEqual([200, 401]);
});

test("a snapshot that somebody wrote into is not believed", async () => {
  await world.newBot(await world.newPortal("mine"), "456");
  await world.post(URL, v2Message("mine"));
  await writeFile(join(world.folder, "spool", "senders.sealed"), JSON.stringify({ portals: [], hooks: [] }));
  world.loseDatabase();
  const { server } = await world.addGateway();

  const health = await server.inject("/health");
  expect([health.statusCode, health.json()]).toEqual([503, expect.objectContaining({ ok: false })]);
  expect((await world.post(URL, v2Message("mine"), server)).statusCode).toBe(503);
  expect(world.log.join("")).toContain("no senders are known until the database is back");
});

test("strangers who ask again and again cost no more look-ups, and fill no memory", async () => {
  await world.post(URL, v2Message("nobody"));
  world.loseDatabase();
  expect((await world.post(URL, v2Message("nobody"))).statusCode).toBe(401);
  expect((await world.post(URL, v2Message("x".repeat(5_000)))).statusCode).toBe(401);
});

test("a crowd of strangers does not look like posts that were refused, which would have the portals looked through", async () => {
  const crowd = Array.from({ length: 40 }, (_, index) => world.post(URL, v2Message(`stranger${index}`)));
  const codes = new Set((await Promise.all(crowd)).map(({ statusCode }) => statusCode));
  expect([...codes].filter((code) => code !== 401 && code !== 429)).toEqual([]);
  expect((await world.app.inject("/health")).json()).toMatchObject({ refused: 0 });
});

test("a known portal named with a wrong token has nothing written, so that time does not tell that it is known", async () => {
  await world.newBot(await world.newPortal("mine"), "456");
  await world.post(URL, v2Message("mine"));
  const file = join(world.folder, "spool", "senders.sealed");
  await rm(file);
  expect((await world.post(URL, withToken("wrong", "1"))).statusCode).toBe(401);
  await expect(stat(file)).rejects.toThrow("ENOENT");
});

test("a gateway says that it is there and what it did, and at its end that it stopped", async () => {
  const gateway = await world.addGateway();
  gateway.start();
  const beats = () => world.db.select().from(gatewayBeat);
  await until(async () => (await beats()).length === 1);
  await gateway.stop(0);
  expect(await beats()).toMatchObject([{ stoppedAt: expect.any(Date), refused: 0 }]);
});
