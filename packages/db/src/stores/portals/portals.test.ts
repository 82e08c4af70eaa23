import { afterAll, beforeAll, expect, test } from "vitest";

import { bot, portal } from "../../schema/portal.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

const atOnce = <Result>(work: () => Promise<Result>) => Promise.all(Array.from({ length: 10 }, work));

const installOf = (memberId: string, applicationToken = "canary-application") => ({
  memberId,
  domain: `${memberId}.example`,
  clientEndpoint: `https://${memberId}.example/rest/`,
  serverEndpoint: "https://oauth.bitrix24.tech/rest/",
  applicationToken,
});

const storeBot = (portalId: string, newBotToken = "canary-bot-token") =>
  world.portals.ensureBot({ portalId, code: "store", name: "Store", eventMode: "fetch", newBotToken });

test("secrets of portals and bots come out as they went in, and are readable in no column", async () => {
  const installed = await world.portals.keepInstall(installOf("sealed"));
  const webhook = await world.portals.keepWebhook({
    domain: "x.example",
    url: "https://x.example/rest/1/canary-code/",
  });
  const ensured = await storeBot(webhook.id);
  expect(world.portals.applicationToken(installed)).toBe("canary-application");
  expect(world.portals.webhookUrl(webhook)).toBe("https://x.example/rest/1/canary-code/");
  expect(world.portals.botToken(ensured)).toBe("canary-bot-token");
  const rows = [await world.db.select().from(portal), await world.db.select().from(bot)];
  expect(JSON.stringify(rows)).not.toContain("canary");
});

test("an installation that comes many times at once is one portal, whose token opens", async () => {
  const rows = await atOnce(() => world.portals.keepInstall(installOf("concurrent")));
  expect(new Set(rows.map((row) => row.id)).size).toBe(1);
  const kept = await world.portals.byMemberId("concurrent");
  expect(kept && world.portals.applicationToken(kept)).toBe("canary-application");
});

test("a known portal that is installed again keeps its id and takes the new token and address", async () => {
  const first = await world.portals.keepInstall(installOf("again"));
  await world.portals.setState(first.id, "reauth", "token is dead");
  const second = await world.portals.keepInstall({ ...installOf("again", "newer"), domain: "moved.example" });
  expect(second).toMatchObject({ id: first.id, domain: "moved.example", state: "pending", stateReason: null });
  expect(world.portals.applicationToken(second)).toBe("newer");
});

test("the same webhook is the same portal, also when it is connected many times at once", async () => {
  const url = "https://many.example/rest/1/code/";
  const rows = await atOnce(() => world.portals.keepWebhook({ domain: "many.example", url }));
  expect(new Set(rows.map((row) => row.id)).size).toBe(1);
  expect(rows.map((row) => world.portals.webhookUrl(row))).toEqual(rows.map(() => url));
});

test("a webhook portal that moved is found under its new address and opens with it", async () => {
  const { id } = await world.newPortal();
  const webhookUrl = "https://moved-webhook.example/rest/1/code/";
  await world.portals.moveTo(id, { webhookUrl });
  const again = await world.portals.keepWebhook({ domain: "moved-webhook.example", url: webhookUrl });
  expect(again).toMatchObject({ id, domain: "moved-webhook.example" });
  expect(world.portals.webhookUrl(again)).toBe(webhookUrl);
});

test("a bot that is ensured many times at once is one bot, with the token that was written first", async () => {
  const { id } = await world.newPortal();
  let count = 0;
  const rows = await atOnce(() => storeBot(id, `token-${++count}`));
  expect(new Set(rows.map((row) => row.id)).size).toBe(1);
  expect(new Set(rows.map((row) => world.portals.botToken(row))).size).toBe(1);
});

test("a portal's bot id finds the bot of that portal and of no other", async () => {
  const [mine, theirs] = [await world.newPortal(), await world.newPortal()];
  const [myBot, theirBot] = [await storeBot(mine.id), await storeBot(theirs.id)];
  await world.portals.markRegistered(myBot.id, "456");
  await world.portals.markRegistered(theirBot.id, "456");
  const found = await world.portals.botsByBitrixId(mine.id, ["456", "999"]);
  expect(found.map((row) => row.id)).toEqual([myBot.id]);
  expect(await world.portals.botsByBitrixId(mine.id, [])).toEqual([]);
});

test("only active bots in fetch mode on active portals are fetched for", async () => {
  const { id } = await world.newPortal();
  const ensured = await storeBot(id);
  const isFetched = async () => (await world.portals.fetchBots()).some((found) => found.bot.id === ensured.id);
  expect(await isFetched()).toBe(false);
  await world.portals.markRegistered(ensured.id, "1");
  expect(await isFetched()).toBe(false);
  await world.portals.setState(id, "active");
  expect(await isFetched()).toBe(true);
  await world.portals.setState(id, "removed");
  expect(await isFetched()).toBe(false);
});

test("a portal's plan decides how many requests it takes, and a domain finds its portal", async () => {
  const { id, domain } = await world.newPortal();
  await world.portals.setRequestLimit(id, "enterprise");
  expect(await world.portals.byId(id)).toMatchObject({ requestLimit: "enterprise" });
  expect(await world.portals.byDomain(domain)).not.toBeNull();
  expect(await world.portals.byDomain("nowhere.example")).toBeNull();
});

test("a domain that is connected twice is asked about, and its id says which; what failed to connect is passed over", async () => {
  const { id, domain } = await world.newPortal();
  await world.portals.setState(id, "active");
  await world.portals.keepWebhook({ domain, url: `https://${domain}/rest/1/failed/` });
  expect(await world.portals.named(domain)).toMatchObject({ id });
  const other = await world.portals.keepWebhook({ domain, url: `https://${domain}/rest/1/works/` });
  await world.portals.setState(other.id, "active");
  await expect(world.portals.named(domain)).rejects.toThrow(`${other.id} (a webhook)`);
  expect(await world.portals.named(other.id)).toMatchObject({ id: other.id });
  await expect(world.portals.named("nowhere.example")).rejects.toThrow("No portal nowhere.example");
});

test("a connection that failed does not hide the portal that works", async () => {
  const { id, domain } = await world.newPortal();
  await world.portals.setState(id, "active");
  await world.portals.keepWebhook({ domain, url: `https://${domain}/rest/1/wrong/` });
  expect(await world.portals.byDomain(domain)).toMatchObject({ id });
});
