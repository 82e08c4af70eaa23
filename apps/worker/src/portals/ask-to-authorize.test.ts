import { randomBytes } from "node:crypto";

import {
  connect,
  createAuthorizationRequests,
  createPortals,
  createSecretBox,
  INSTALLER,
  outboxEffect,
} from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { afterEach, expect, test } from "vitest";

import { askToAuthorize } from "./ask-to-authorize.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function setup() {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max: 2 });
  open.push(() => handle.close().then(() => database.drop()));
  const { db } = handle;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const portals = createPortals(db, box);
  const portal = await portals.keepInstall({
    memberId: "home",
    domain: "home.example",
    clientEndpoint: "https://home.example/rest/",
    serverEndpoint: "https://oauth.bitrix24.tech/rest/",
    applicationToken: "application",
  });
  const bot = await portals.ensureBot({
    portalId: portal.id,
    code: "office",
    name: "Office",
    eventMode: "webhook",
    newBotToken: null,
  });
  await portals.markRegistered(bot.id, "7");
  const requests = createAuthorizationRequests(db, box);
  const app = { clientId: "local.app", clientSecret: "s3cret" };
  const logger = createLogger({ name: "test", level: "silent" });
  const ask = (userId: string, day: string) =>
    askToAuthorize(portal, userId, { db, portals, requests, app, logger, now: () => new Date(`${day}T10:00:00Z`) });
  return { portal, requests, ask, effects: () => db.select().from(outboxEffect) };
}

test("a person whose grant died gets a private message with a link of their own, once a day", async () => {
  const { portal, requests, ask, effects } = await setup();
  await ask("27", "2026-11-21");
  await ask("27", "2026-11-21");
  await ask("27", "2026-11-22");

  const sent = await effects();
  expect(sent).toHaveLength(2);
  const [button] = sent.flatMap(({ body }) => (body.kind === "chat.send" ? (body.buttons ?? []).flat() : []));
  expect(sent[0]?.body).toMatchObject({
    kind: "chat.send",
    dialogId: "27",
    text: expect.stringContaining("разрешение"),
  });
  const url = new URL(button?.kind === "link" ? button.url : "");
  expect(url.origin + url.pathname).toBe("https://home.example/oauth/authorize/");
  expect(url.searchParams.get("client_id")).toBe("local.app");
  expect(await requests.use(url.searchParams.get("state") ?? "")).toEqual({ portalId: portal.id, userId: "27" });
});

test("for the app's own access nobody is written to: no bot can speak without it", async () => {
  const { ask, effects } = await setup();
  await ask(INSTALLER, "2026-11-21");
  expect(await effects()).toEqual([]);
});
