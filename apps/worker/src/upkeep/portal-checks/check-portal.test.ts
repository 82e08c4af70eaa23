import { randomBytes } from "node:crypto";

import { createBotApi } from "@botdeck/b24-client";
import { createScriptedClient } from "@botdeck/b24-client/testing";
import {
  bot,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  INSTALLER,
  oauthToken,
  portal,
  setBotOn,
} from "@botdeck/db";
import { beforeAll, describe, expect, test } from "vitest";

import { createCheckedPortal } from "../../testing/checked-portal.ts";
import { EVENTS_URL } from "../../testing/served-portal.ts";
import { startEmulator } from "../../testing/start-emulator.ts";
import { checkPortal } from "./check-portal.ts";
import { lookAtEvents } from "./look-at-events.ts";
import { lookAtReach } from "./look-at-reach.ts";
import { lookAtToken } from "./look-at-token.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  emulator = await startEmulator();
  return () => emulator.stop();
});

const setup = () => createCheckedPortal(emulator);
const handler = () => [];

test("a portal in good health has no problem in any of what is looked at", async () => {
  const { look, definition } = await setup();
  const found = await look();
  expect(Object.entries(found).map(([code, { level }]) => [code, level])).toEqual([
    ["reach", "ok"],
    ["clock", "ok"],
    ["token", "ok"],
    ["scopes", "ok"],
    ["revision", "ok"],
    ["owner", "ok"],
    ["events", "ok"],
    ["bots", "ok"],
    ["commands", "ok"],
  ]);
  expect(found["bots"]?.facts).toMatchObject({ registered: [definition.code] });
  expect(found["revision"]?.facts).toMatchObject({ api: "v2" });
});

test("a bot that the portal has no more, and commands that are not as they should be, are named", async () => {
  const { look, definition, portals, clients, portal: read, bots } = await setup();
  const more = { ...definition, commands: { ...definition.commands, away: { title: { en: "A", ru: "А" }, handler } } };
  expect((await look([more]))["commands"]).toMatchObject({
    level: "warning",
    facts: { missing: [`${definition.code}: /away`], leftovers: [] },
  });

  const [row] = await bots();
  const caller = { botId: row?.bitrixBotId ?? "", botToken: (row && portals.botToken(row)) ?? "" };
  await createBotApi(clients.for(await read()), "v2").unregister(caller);
  expect((await look())["bots"]).toMatchObject({ level: "problem", facts: { missing: [definition.code] } });
});

test("rights that single bots lack are a warning; commands of a bot that is off are leftovers until the portal knows", async () => {
  const { look, definition, db, bots } = await setup();
  expect((await look([{ ...definition, scopes: ["calendar"] }]))["scopes"]).toMatchObject({
    level: "warning",
    facts: { missing: [], lacking: [`${definition.code}: calendar`] },
  });
  await setBotOn(db, (await bots())[0]?.id ?? "", false);
  expect((await look())["commands"]).toMatchObject({ level: "warning", facts: { missing: [] } });
});

test("a portal that knows our webhook no more is a problem, and nothing else is asked", async () => {
  const { look, url } = await setup();
  const code = new URL(url).pathname.split("/").at(-2);
  const response = await fetch(new URL(`/emulator/api/webhooks/${code}`, url), { method: "DELETE" });
  expect(response.ok).toBe(true);
  const found = await look();
  expect(Object.keys(found)).toEqual(["reach", "token"]);
  expect(found["reach"]).toMatchObject({ level: "problem", facts: { reason: expect.any(String) } });
});

describe("what was sealed with another key", () => {
  const box = createSecretBox(randomBytes(32).toString("base64"));

  test("is looked for at the bots of this deployment that are there still", async () => {
    const { look, definition, db } = await setup();
    await db.update(bot).set({ botTokenSealed: box.seal("token", "place") });
    expect((await look())["secrets"]).toMatchObject({ level: "problem", facts: { closed: [definition.code] } });
    expect(await look([])).not.toHaveProperty("secrets");
    await db.update(bot).set({ state: "removed" });
    expect(await look()).not.toHaveProperty("secrets");
  });

  test("is told once for an app, whichever look showed it", async () => {
    const { deps, db } = await setup();
    const installed = await createPortals(db, box).keepInstall({
      memberId: "member",
      domain: "app.example",
      clientEndpoint: "https://app.example/rest/",
      serverEndpoint: "https://oauth.bitrix24.tech/rest/",
      applicationToken: "application",
    });
    const token = { accessToken: "access", refreshToken: "refresh", expiresAt: new Date(Date.now() + 3_600_000) };
    await createOAuthTokens(db, box).put(installed.id, INSTALLER, token);
    const found = await checkPortal(installed, { ...deps, definitions: [] });
    expect(found.filter(({ code }) => code === "secrets")).toMatchObject([
      { level: "problem", facts: { closed: ["application", "access"] } },
    ]);
  });
});

test.each([
  [0, "ok"],
  [84, "warning"],
  [-84, "warning"],
  [3_600, "problem"],
])("a clock that is off by %i seconds is %s", async (seconds, level) => {
  const told = { body: { result: new Date(Date.now() + seconds * 1_000).toISOString() } };
  const { client } = createScriptedClient([told, told]);
  const { findings } = await lookAtReach(client, {});
  expect(findings.find(({ code }) => code === "clock")).toMatchObject({ level });
});

describe("an app's access", () => {
  test.each([
    ["is good while it is young", 3, "valid", "ok"],
    ["is a warning when upkeep has not renewed it", 175, "valid", "warning"],
    ["is a problem when it is dead", 3, "reauth", "problem"],
  ] as const)("%s", async (_what, ageDays, state, level) => {
    const { db } = await setup();
    const [row] = await db.insert(portal).values({ domain: "app.example", auth: "oauth", state: "active" }).returning();
    if (row === undefined) throw new TypeError("nothing inserted");
    const updatedAt = new Date(Date.now() - ageDays * 86_400_000);
    const sealed = { accessTokenSealed: "x", refreshTokenSealed: "x", expiresAt: updatedAt };
    await db.insert(oauthToken).values({ portalId: row.id, userId: INSTALLER, ...sealed, state, updatedAt });
    expect(await lookAtToken(db, row)).toMatchObject([{ code: "token", level }]);
  });
});

test("events that are not posted to us are missing, and those to other addresses are leftovers without their query", async () => {
  const bound = [
    { event: "ONTASKUPDATE", handler: EVENTS_URL, offline: 0 },
    { event: "ONTASKUPDATE", handler: "https://old.example/events?key=s3cret", offline: 0 },
    { event: "ONCRMDEALADD", handler: "", offline: 1 },
  ];
  const { client } = createScriptedClient([{ body: { result: bound } }]);
  const found = await lookAtEvents(client, { portal: { auth: "oauth" }, rules: [], eventsUrl: EVENTS_URL }, {});
  expect(found).toMatchObject([
    { code: "events", level: "warning", facts: { missing: ["ONTASKDELETE", "ONTASKCOMMENTADD"], queued: 1 } },
    { code: "leftovers", facts: { leftovers: ["ONTASKUPDATE → old.example/events"] } },
  ]);
});
