import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { eventToken } from "@botdeck/db";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";

import { CANARY, POSTED_AT, v1Message, v2Message } from "../testing/posts.ts";
import { createWorld, type World } from "../testing/world.ts";

const URL = "/bitrix/events";
const MINUTE_MS = 60_000;

let world: World;
let portalId: string;
let now = POSTED_AT;
/** A portal with a bot that acts with people's rights (456), and one that does not (457). */
beforeEach(async () => {
  now = POSTED_AT;
  world = await createWorld([], { now: () => now });
  const portal = await world.newPortal("mine");
  portalId = portal.id;
  const bot = await world.newBot(portal, "456");
  await world.portals.setKeepsTokens(bot.id, true);
  await world.newBot(portal, "457");
});
afterEach(() => world.close());

const until = (check: () => unknown) => expect.poll(check, { timeout: 10_000, interval: 20 }).toBeTruthy();
let count = 0;

/** A person's message to a bot, with their token. */
function from(userId: number, { accessToken = CANARY, authorId = userId, botId = "456", lifeMinutes = 60 } = {}) {
  const post = v2Message("mine", { botId, messageId: `m${++count}` });
  const expires = Math.floor(now.getTime() / 1000) + lifeMinutes * 60;
  return {
    ...post,
    data: { ...post.data, user: { id: userId, name: "A person", type: "employee" } },
    auth: { ...post.auth, access_token: accessToken, user_id: authorId, expires },
  };
}
const say = async (...given: Parameters<typeof from>) =>
  expect((await world.post(URL, from(...given))).statusCode).toBe(200);
const tokenOf = async (userId: string) => (await world.eventTokens.get(portalId, userId))?.accessToken ?? null;

test("the token of who asks a bot for something with their rights is kept with the event, for as long as it lives", async () => {
  await say(27, { lifeMinutes: 55 });
  expect(await world.events()).toHaveLength(1);
  expect(await world.eventTokens.get(portalId, "27")).toEqual({
    accessToken: CANARY,
    expiresAt: new Date(POSTED_AT.getTime() + 55 * MINUTE_MS),
  });
});

test("v1 brings it as well, and of its several bots' tokens none is kept", async () => {
  const [bot] = await world.portals.botsOf(portalId);
  await world.portals.markRegistered(bot?.id ?? "", "567", "v1");
  const post = v1Message("mine", ["567"]);
  await world.post(URL, { ...post, auth: { ...post.auth, access_token: "author", user_id: 27 } });
  expect(await tokenOf("27")).toBe("author");
  expect(await world.db.$count(eventToken)).toBe(1);
});

test.each([
  ["the bot does not act with people's rights", () => from(27, { botId: "457" })],
  ["it is another person's than the event's", () => from(27, { authorId: 28 })],
  ["the author is a client of an open line", () => withUser(from(27), { connector: true })],
  ["the portal is not proven", () => withAuth(from(27), { application_token: "guessed" })],
  ["the bot belongs to a webhook, which gives none", () => withAuth(from(27), { access_token: "" })],
])("no token is kept where %s", async (_, post) => {
  await world.post(URL, post());
  expect(await world.db.$count(eventToken)).toBe(0);
});

test("each person has their own, the one that ends last, in whatever order they come", async () => {
  await Promise.all([say(27, { accessToken: "anna" }), say(28, { accessToken: "boris" })]);
  // Another gateway kept a newer one; what comes late does not replace it.
  const other = await world.addGateway();
  now = new Date(POSTED_AT.getTime() + 20 * MINUTE_MS);
  await world.post(URL, from(27, { accessToken: "newer" }), other.server);
  await world.post(URL, from(27, { accessToken: "older", lifeMinutes: 10 }));
  expect([await tokenOf("27"), await tokenOf("28")]).toEqual(["newer", "boris"]);
});

test("who writes often is kept one token each ten minutes, so that one with fifty minutes left is always there", async () => {
  await say(27, { accessToken: "first" });
  await say(27, { accessToken: "second" });
  expect(await tokenOf("27")).toBe("first");
  now = new Date(POSTED_AT.getTime() + 10 * MINUTE_MS + 1_000);
  await say(27, { accessToken: "third" });
  expect(await tokenOf("27")).toBe("third");
});

test("two hundred people at once, twice over and by two gateways, are all kept", async () => {
  await say(26);
  const other = await world.addGateway();
  const posts = Array.from({ length: 200 }, (_, index) => from(1000 + index, { accessToken: `token-${1000 + index}` }));
  const answers = await Promise.all(
    [...posts, ...posts.toReversed()].map((post, index) =>
      world.post(URL, post, index < posts.length ? world.app : other.server),
    ),
  );
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  await until(async () => (await world.db.$count(eventToken)) === 201);
  expect(await tokenOf("1117")).toBe("token-1117");
});

test("what came while the database was away is kept afterwards; neither spool nor snapshot, tables nor log can be read", async () => {
  await say(26);
  world.loseDatabase();
  await say(27);
  const spooled = await textOf(join(world.folder, "spool"));
  expect(spooled).toContain("accessTokenSealed");
  world.returnDatabase();
  await until(async () => (await tokenOf("27")) === CANARY);

  const [row] = await world.db.execute<{ dump: string }>(sql`
    select (select string_agg(event::text, ' ') from inbox_event event)
      || (select string_agg(token::text, ' ') from event_token token) as dump`);
  expect(row?.dump).toContain("27");
  const readable = [spooled, await textOf(join(world.folder, "spool")), row?.dump ?? "", world.log.join("")];
  expect(readable.filter((text) => text.includes(CANARY))).toEqual([]);
});

test("a gateway that starts without the database still knows which bots' tokens to keep", async () => {
  await say(26);
  world.loseDatabase();
  const { server } = await world.addGateway({ spoolFolder: `${world.folder}/spool` });
  expect((await world.post(URL, from(27), server)).statusCode).toBe(200);
  world.returnDatabase();
  await until(async () => (await tokenOf("27")) === CANARY);
});

const withUser = (post: ReturnType<typeof from>, user: object) => ({
  ...post,
  data: { ...post.data, user: { ...post.data.user, ...user } },
});
const withAuth = (post: ReturnType<typeof from>, auth: object) => ({ ...post, auth: { ...post.auth, ...auth } });

/** All that lies in a folder, as text. */
async function textOf(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), "latin1").catch(() => ""));
  return (await Promise.all(texts)).join("\n");
}
