import { randomBytes } from "node:crypto";

import { createUndiciTransport, type Transport } from "@botdeck/b24-client";
import { createScriptedTransport } from "@botdeck/b24-client/testing";
import { officeBot, storeBot } from "@botdeck/bots";
import { bot, connect, createOAuthTokens, createPortals, createSecretBox, portal } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import { createPortalClients } from "@botdeck/portal-clients";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { afterEach, describe, expect, test } from "vitest";

import { connectWebhook } from "./connect-webhook.ts";
import { registerNewBots } from "./register-new-bots.ts";

const URL_OF_PORTAL = "https://portal.example/rest/1/s3cretcode/";
const SCOPES = { body: { result: ["imbot", "im", "imopenlines", "task", "crm"] } };
const REVISION = { body: { result: { rest: 35, web: 1, mobile: 1, desktop: 1 } } };
const BOT = {
  body: { result: { bot: { id: 7, code: "botdeck_office", type: "bot", eventMode: "fetch" }, users: [] } },
};
const COMMANDS = { body: { result: { commands: [] } } };
const COMMAND = { body: { result: { command: { id: 3, botId: 7, command: "/hours" } } } };
const HELP = { body: { result: { command: { id: 4, botId: 7, command: "/help" } } } };
const LEAVE = { body: { result: { command: { id: 5, botId: 7, command: "/leave" } } } };

/** What a portal answers when the bot of the guide is registered on it. */
const REGISTERING = [REVISION, BOT, BOT, COMMANDS, COMMAND, HELP, LEAVE];

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function setup(...script: Parameters<typeof createScriptedTransport>[0][number][]) {
  const { transport, calls } = createScriptedTransport(script);
  return { ...(await deploy(transport)), calls };
}

/** A deployment that reaches portals by this transport, and takes those of the public internet only. */
async function deploy(transport: Transport) {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max: 3 });
  open.push(() => handle.close().then(() => database.drop()));
  const { db } = handle;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const portals = createPortals(db, box);
  const clients = createPortalClients({ db, portals, tokens: createOAuthTokens(db, box), transport, app: null });
  const connectTo = (url: string) =>
    connectWebhook(url, {
      portals,
      clients,
      definitions: [officeBot],
      eventsUrl: "https://bots.example/bitrix/events",
      takesPrivate: false,
    });
  const addBots = (definitions: readonly AnyBot[]) =>
    registerNewBots({
      portals,
      clients,
      definitions,
      eventsUrl: "https://bots.example/bitrix/events",
      logger: createLogger({ name: "test", level: "silent" }),
    });
  return { db, connectTo, addBots };
}

test("a webhook with the rights it takes connects its portal, in fetch mode and with a bot token kept beforehand", async () => {
  const { db, calls, connectTo } = await setup(SCOPES, ...REGISTERING);
  await connectTo(URL_OF_PORTAL);

  expect(await db.select().from(portal)).toMatchObject([
    { state: "active", auth: "webhook", domain: "portal.example" },
  ]);
  expect(await db.select().from(bot)).toMatchObject([{ eventMode: "fetch", bitrixBotId: "7", state: "active" }]);
  const register = calls.find(({ method }) => method === "imbot.v2.Bot.register");
  expect(register?.params).toMatchObject({
    fields: { eventMode: "fetch", botToken: expect.stringMatching(/^.{20,40}$/) },
  });
});

test("connecting the same webhook again is the same portal and the same bot", async () => {
  const { db, connectTo } = await setup(SCOPES, ...REGISTERING, SCOPES, ...REGISTERING);
  await connectTo(URL_OF_PORTAL);
  await connectTo(URL_OF_PORTAL);
  expect(await db.$count(portal)).toBe(1);
  expect(await db.$count(bot)).toBe(1);
});

test("a deployment that lost its data shows the portal the same bot token again", async () => {
  const tokens = [];
  for (let deployment = 0; deployment < 2; deployment++) {
    const { calls, connectTo } = await setup(SCOPES, ...REGISTERING);
    await connectTo(URL_OF_PORTAL);
    const register = calls.find(({ method }) => method === "imbot.v2.Bot.register");
    tokens.push(JSON.stringify(register?.params));
  }
  expect(tokens[0]).toContain("botToken");
  expect(tokens[0]).toBe(tokens[1]);
});

test("a bot that a new release brings is registered on a connected portal, and the others are left alone", async () => {
  const STORE = {
    body: { result: { bot: { id: 8, code: "botdeck_store", type: "openline", eventMode: "fetch" }, users: [] } },
  };
  const { db, calls, connectTo, addBots } = await setup(
    SCOPES,
    ...REGISTERING,
    REVISION,
    STORE,
    STORE,
    COMMANDS,
    COMMAND,
  );
  await connectTo(URL_OF_PORTAL);
  await addBots([officeBot, storeBot]);
  await addBots([officeBot, storeBot]);
  expect((await db.select().from(bot)).map(({ code, state }) => [code, state])).toEqual([
    ["office", "active"],
    ["store", "active"],
  ]);
  expect(calls).toHaveLength(13);
});

test("a bot that needs rights which the portal has not given is left out, and its row says which", async () => {
  const { db, connectTo, addBots } = await setup(SCOPES, ...REGISTERING, REVISION, SCOPES);
  await connectTo(URL_OF_PORTAL);
  await addBots([officeBot, { ...officeBot, code: "planner", scopes: ["crm", "calendar"] }]);
  const [, planner] = await db.select().from(bot);
  expect(planner).toMatchObject({ code: "planner", state: "failed", bitrixBotId: null });
  expect(planner?.stateReason).toBe(
    "The portal has not given the rights calendar: add them to the app or the webhook there, and start again.",
  );
});

describe("what stands in the way is said in one sentence, with what to do", () => {
  const METHOD_UNKNOWN = {
    status: 404,
    body: { error: "ERROR_METHOD_NOT_FOUND", error_description: "Method not found!" },
  };

  test.each([
    ["a wrong address", "https://portal.example/", [], /webhook/i],
    [
      "a webhook nobody knows",
      URL_OF_PORTAL,
      [{ status: 401, body: { error: "NO_AUTH_FOUND" } }],
      /does not know this webhook/,
    ],
    ["missing rights", URL_OF_PORTAL, [{ body: { result: ["imbot", "im"] } }], /lacks the rights imopenlines, task/],
    ["an old revision", URL_OF_PORTAL, [SCOPES, METHOD_UNKNOWN], /too old.*update its modules/],
    ["a portal that does not answer", URL_OF_PORTAL, [{ status: 502, body: "<html>" }], /does not answer/],
  ])("%s", async (_name, url, script, sentence) => {
    const { db, connectTo } = await setup(...script);
    const failure = await connectTo(url).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Error);
    const { message } = failure as Error; // safe: asserted above
    expect(message).toMatch(sentence);
    expect(message).not.toContain("\n");
    expect(message).not.toContain("s3cret");
    expect(await db.$count(bot)).toBe(0);
  });
});

test.each([
  "http://127.0.0.1:9/rest/1/s3cretcode/",
  "https://localhost/rest/1/s3cretcode/",
  "https://10.0.0.5/rest/1/s3cretcode/",
])("%s is refused in words before anything is kept or asked", async (url) => {
  const { db, calls, connectTo } = await setup();
  await expect(connectTo(url)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(/private network.*B24_PRIVATE_PORTALS/),
  });
  expect([calls, await db.$count(portal)]).toEqual([[], 0]);
});

test("a portal whose name leads into a private network is not asked, and says so", async () => {
  const resolve = async () => [{ address: "10.0.0.5", family: 4 }];
  const transport = createUndiciTransport({ staysPublic: true, resolve });
  open.push(() => transport.close());
  const { db, connectTo } = await deploy(transport);
  const sentence = expect.stringMatching(/^The portal portal\.example lies in a private network.*B24_PRIVATE_PORTALS/);
  await expect(connectTo(URL_OF_PORTAL)).rejects.toMatchObject({ code: "forbidden", message: sentence });
  expect(await db.select().from(portal)).toMatchObject([{ state: "pending", stateReason: sentence }]);
});
