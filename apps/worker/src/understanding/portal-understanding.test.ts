import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import {
  connect,
  createNluProviders,
  createNluUsage,
  createPortals,
  createSecretBox,
  type DatabaseHandle,
} from "@botdeck/db";
import { type AnyBot, defineBot, type Words } from "@botdeck/dialog";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";

import { keepKnown } from "../known-rows.ts";
import { createPortalUnderstanding } from "./portal-understanding.ts";

const bot: AnyBot = defineBot({
  code: "shop",
  kind: "client",
  name: { en: "Shop", ru: "Магазин" },
  texts: { en: { returning: "Return something" }, ru: { returning: "Вернуть" } },
  intents: {
    order_status: { examples: ["где мой заказ", "когда придёт заказ"], rules: ["статус заказа"] },
    return: { examples: ["хочу вернуть товар", "оформить возврат"], title: "returning" },
  },
  welcome: () => [],
  fallback: () => [],
});
const NO_INTENTS = {};
const ownIntents = ({ intents }: AnyBot) => intents ?? NO_INTENTS;
const words = (text: string): Words => ({ text, expects: null, language: "ru", today: "2026-11-21" });
const UNCLEAR = words("эта штука мне разонравилась");

const box = createSecretBox(randomBytes(32).toString("base64"));
let database: TestDatabase;
let handle: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 4 });
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

async function newPortal(): Promise<string> {
  const url = `https://portal.example/rest/1/${randomUUID()}/`;
  return (await createPortals(handle.db, box).keepWebhook({ domain: "portal.example", url })).id;
}

/** A service on a port of its own; `status` is what it answers with. */
async function startService(body: unknown) {
  const service = { url: "", status: 200, asked: 0 };
  const server = createServer((_request, response) => {
    service.asked += 1;
    response.writeHead(service.status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  onTestFinished(() => void server.close());
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // safe: it listens on a port
  return service;
}

function setup() {
  const warned = vi.fn<(facts: object, message: string) => void>();
  const providers = createNluProviders(handle.db, box);
  const logger = { warn: warned as never };
  const deps = { providers, usage: createNluUsage(handle.db), intentsOf: ownIntents, logger };
  return { ...createPortalUnderstanding(deps), providers, warned };
}

test("a portal's provider is asked about its own clients' unclear words only, and from the moment it is chosen", async () => {
  const rasa = await startService({ intent: { name: "return", confidence: 0.93 } });
  const [portalId, otherId] = [await newPortal(), await newPortal()];
  const { understandingOf, forget, providers } = setup();
  let heard = () => {};
  onTestFinished(await keepKnown({ forget: () => (forget(), heard()) }, handle));
  const understand = async (id: string, said = UNCLEAR) => (await understandingOf(bot, id))(said);

  expect(await understand(portalId)).toMatchObject({ provider: "embedded", fellBackFrom: null });
  const { promise: noticed, resolve } = Promise.withResolvers<void>();
  heard = resolve;
  await providers.put(portalId, { config: { kind: "rasa", url: rasa.url }, secret: "t0ken" });
  await noticed;
  expect(await understand(portalId)).toMatchObject({
    intents: [{ intent: "return", confidence: 0.93 }],
    provider: "rasa",
    fellBackFrom: null,
  });
  expect(await understand(portalId, words("статус заказа"))).toMatchObject({ provider: "rule" });
  expect(await understand(otherId)).toMatchObject({ provider: "embedded" });
  expect(rasa.asked).toBe(1);

  rasa.status = 500;
  expect(await understand(portalId)).toMatchObject({ provider: "embedded", fellBackFrom: "rasa" });
});

test("a fall-back is logged with its cause, and with nothing that the client wrote", async () => {
  const portalId = await newPortal();
  const { understandingOf, providers, warned } = setup();
  await providers.put(portalId, { config: { kind: "rasa", url: "http://127.0.0.1:1" }, secret: "t0ken" });
  expect(await (await understandingOf(bot, portalId))(UNCLEAR)).toMatchObject({ fellBackFrom: "rasa" });
  expect(warned).toHaveBeenCalledTimes(1);
  expect(warned).toHaveBeenCalledWith(
    {
      portalId,
      bot: "shop",
      provider: "rasa",
      reason: expect.stringMatching(/^Rasa at 127.0.0.1:1 .* connection failed/) as string,
    },
    expect.stringContaining("did not answer"),
  );
  expect(JSON.stringify(warned.mock.calls)).not.toMatch(/штука|t0ken/);
});

test("what a service did of late is remembered for as long as its settings stay, so that it is spared", async () => {
  const rasa = await startService({});
  rasa.status = 500;
  const portalId = await newPortal();
  const { understandingOf, forget, providers } = setup();
  await providers.put(portalId, { config: { kind: "rasa", url: rasa.url }, secret: null });
  for (let count = 0; count < 8; count++) {
    forget();
    await (
      await understandingOf(bot, portalId)
    )(UNCLEAR);
  }
  expect(rasa.asked).toBe(5);
});

test("a model that costs is asked within the portal's budget of the day, whatever process asks", async () => {
  const message = { content: JSON.stringify({ intents: [{ intent: "return", confidence: 0.9 }] }) };
  const model = await startService({ choices: [{ message }], usage: { total_tokens: 700 } });
  const portalId = await newPortal();
  const [first, second] = [setup(), setup()];
  const config = { kind: "openai", baseUrl: model.url, model: "small", dailyRequests: 2 };
  await first.providers.put(portalId, { config, secret: "sk-1" });
  const answeredBy = async ({ understandingOf }: typeof first) =>
    (await (await understandingOf(bot, portalId))(UNCLEAR)).provider;
  expect([
    await answeredBy(first),
    await answeredBy(second),
    await answeredBy(first),
    await answeredBy(second),
  ]).toEqual(["openai", "openai", "embedded", "embedded"]);
  expect(JSON.stringify(first.warned.mock.calls)).toContain("budget of the day is spent");
});

test.each([
  ["settings of another release", { kind: "oracle" }, null, "oracle"],
  ["a secret of the wrong kind", { kind: "dialogflow_es", projectId: "p" }, "no key file", "dialogflow_es"],
])(
  "%s silence no bot: its examples answer, and the conversation says instead of whom",
  async (_what, config, secret, name) => {
    const portalId = await newPortal();
    const { understandingOf, providers } = setup();
    await providers.put(portalId, { config, secret });
    expect(await (await understandingOf(bot, portalId))(UNCLEAR)).toMatchObject({
      provider: "embedded",
      fellBackFrom: name,
    });
  },
);

test("a secret that does not open any more silences no bot", async () => {
  const portalId = await newPortal();
  await setup().providers.put(portalId, { config: { kind: "rasa", url: "http://127.0.0.1:1" }, secret: "t0ken" });
  const providers = createNluProviders(handle.db, createSecretBox(randomBytes(32).toString("base64")));
  const warned = vi.fn<() => void>();
  const { understandingOf } = createPortalUnderstanding({
    providers,
    usage: createNluUsage(handle.db),
    intentsOf: ownIntents,
    logger: { warn: warned },
  });
  expect(await (await understandingOf(bot, portalId))(UNCLEAR)).toMatchObject({ provider: "embedded" });
  expect(warned).toHaveBeenCalledTimes(1);
});
