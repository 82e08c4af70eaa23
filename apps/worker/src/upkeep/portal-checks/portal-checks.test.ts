import { randomBytes } from "node:crypto";

import { createBotApi } from "@botdeck/b24-client";
import { createScriptedClient } from "@botdeck/b24-client/testing";
import {
  announce,
  askAboutPortal,
  bot,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  INSTALLER,
  keepPortalCheck,
  oauthToken,
  portal,
  portalCheck,
  setBotOn,
} from "@botdeck/db";
import { type AnyBot, defineBot } from "@botdeck/dialog";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { startHangingPortal } from "../../testing/hanging-portal.ts";
import { connectServed, EVENTS_URL } from "../../testing/served-portal.ts";
import { startEmulator } from "../../testing/start-emulator.ts";
import { checkPortal } from "./check-portal.ts";
import { lookAtEvents } from "./look-at-events.ts";
import { lookAtReach } from "./look-at-reach.ts";
import { lookAtToken } from "./look-at-token.ts";
import { startPortalChecks } from "./start-portal-checks.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  emulator = await startEmulator();
  return () => emulator.stop();
});

const handler = () => [];
const teamBot = (code = `team-${randomBytes(4).toString("hex")}`): AnyBot =>
  defineBot({
    code,
    kind: "internal",
    name: { en: "Team", ru: "Команда" },
    texts: { en: {}, ru: {} },
    commands: { report: { title: { en: "Figures", ru: "Цифры" }, handler } },
    welcome: handler,
    fallback: handler,
  });

async function setup() {
  const definition = teamBot();
  const served = await connectServed(emulator, [definition]);
  const deps = { ...served.deps, rulesOf: async () => ({ rules: [] }) };
  return {
    ...served,
    definition,
    deps,
    /** The findings by their codes. */
    look: async (definitions: readonly AnyBot[] = [definition]) => {
      const found = await checkPortal(await served.portal(), { ...deps, definitions });
      return Object.fromEntries(found.map(({ code, level, facts }) => [code, { level, facts }]));
    },
  };
}

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

test("whoever asks is answered at once, by one of two workers, and a portal that nobody asks about waits its time", async () => {
  const { deps, handle, databaseUrl, db, portal: read } = await setup();
  const { id } = await read();
  const checks = [0, 1].map(() => startPortalChecks({ ...deps, handle, databaseUrl, lookMs: 600_000 }));
  onTestFinished(async () => void (await Promise.all(checks.map((each) => each.stop()))));
  const checkOf = async () => (await db.select().from(portalCheck))[0];
  await expect.poll(async () => (await checkOf())?.findings.length, { timeout: 15_000 }).toBeGreaterThan(5);
  const before = (await checkOf())?.checkedAt?.getTime() ?? 0;

  await askAboutPortal(db, id);
  await announce(db, "botdeck_portals", null);
  await expect.poll(async () => (await checkOf())?.requestedAt, { timeout: 15_000 }).toBeNull();
  expect((await checkOf())?.checkedAt?.getTime()).toBeGreaterThan(before);
});

test("a portal that hangs while it is looked at delays no look at another one", async () => {
  const { deps, handle, databaseUrl, db, portals, portal: read } = await setup();
  const hanging = await startHangingPortal();
  const dead = await portals.keepWebhook({ domain: new URL(hanging.url).host, url: hanging.url });
  await portals.endConnecting(dead.id, "active");
  await askAboutPortal(db, dead.id);
  const checks = startPortalChecks({ ...deps, handle, databaseUrl, lookMs: 600_000 });
  onTestFinished(async () => {
    hanging.end();
    await checks.stop();
  });
  await hanging.asked;

  const { id } = await read();
  await askAboutPortal(db, id);
  await announce(db, "botdeck_portals", null);
  const checkOf = async (portalId: string) =>
    (await db.select().from(portalCheck)).find((each) => each.portalId === portalId);
  await expect.poll(async () => (await checkOf(id))?.requestedAt, { timeout: 15_000 }).toBeNull();
  expect(await checkOf(dead.id)).toMatchObject({ checkedAt: null, requestedAt: expect.any(Date) });
});

test("whoever asks about a portal while all places are taken has the next one, before all that were due already", async () => {
  const { deps, handle, databaseUrl, db, portals, portal: read } = await setup();
  const { id } = await read();
  await keepPortalCheck(db, id, { begunAt: new Date(), findings: [], problem: null });
  const hanging = await Promise.all(Array.from({ length: 6 }, () => startHangingPortal()));
  const waiting = await startHangingPortal();
  const connect = async ({ url }: { url: string }) => {
    const kept = await portals.keepWebhook({ domain: new URL(url).host, url });
    await portals.endConnecting(kept.id, "active");
    return kept.id;
  };
  for (const each of hanging) await askAboutPortal(db, await connect(each));
  const dueId = await connect(waiting);
  const checks = startPortalChecks({ ...deps, handle, databaseUrl, lookMs: 600_000 });
  onTestFinished(async () => {
    for (const each of [...hanging, waiting]) each.end();
    await checks.stop();
  });
  await Promise.all(hanging.map(({ asked }) => asked));

  await askAboutPortal(db, id);
  await announce(db, "botdeck_portals", null);
  hanging[0]?.end();
  const checkOf = async (portalId: string) =>
    (await db.select().from(portalCheck)).find((each) => each.portalId === portalId);
  await expect.poll(async () => (await checkOf(id))?.requestedAt, { timeout: 15_000 }).toBeNull();
  expect((await checkOf(dueId))?.checkedAt ?? null).toBeNull();
});
