import type { Transport } from "@botdeck/b24-client";
import { createFakePortal } from "@botdeck/b24-client/testing";
import { appInstall, askAboutPortal, changePortal, createAppInstalls, setBotOn, TOLD_OFF } from "@botdeck/db";
import { type AnyBot, defineBot } from "@botdeck/dialog";
import type { BitrixApp } from "@botdeck/portal-clients";
import { eq } from "drizzle-orm";
import { beforeAll, expect, onTestFinished, test } from "vitest";

import { startHangingPortal } from "../testing/hanging-portal.ts";
import { connectServed, EVENTS_URL } from "../testing/served-portal.ts";
import { startEmulator } from "../testing/start-emulator.ts";
import { startInstalls } from "./start-installs.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  emulator = await startEmulator();
  return () => emulator.stop();
});

const teamBot: AnyBot = defineBot({
  code: "team",
  kind: "internal",
  name: { en: "Team", ru: "Команда" },
  texts: { en: {}, ru: {} },
  welcome: () => [],
  fallback: () => [],
});

/** More than there are places for at once. */
const DEAD = 12;

async function setup(app: BitrixApp | null = null) {
  const served = await connectServed(emulator, [teamBot]);
  const hanging = await Promise.all(Array.from({ length: DEAD }, () => startHangingPortal()));
  return {
    ...served,
    hanging,
    /** Wherever a test is done, nothing hangs any more when the role is stopped. */
    start: (transport: Transport = served.transport) => {
      const role = startInstalls({
        handle: served.handle,
        databaseUrl: served.databaseUrl,
        box: served.box,
        transport,
        app,
        trustedOAuthOrigins: [new URL(OAUTH_SERVER).origin],
        takesPrivate: true,
        definitions: [teamBot],
        eventsUrl: EVENTS_URL,
        logger: served.deps.logger,
      });
      onTestFinished(async () => {
        for (const each of hanging) each.end();
        await role.stop();
      });
    },
  };
}

const OAUTH_SERVER = "https://oauth.example/rest/";

test("portals that hang while they are connected, more than there are places, delay no wish about another one", async () => {
  const { db, portals, portal, bots, hanging, start } = await setup();
  const { id } = await portal();
  const dead: string[] = [];
  for (const { url } of hanging) {
    const kept = await portals.keepWebhook({ domain: new URL(url).host, url });
    await askAboutPortal(db, kept.id);
    dead.push(kept.id);
  }
  start();
  await Promise.all(hanging.map(({ asked }) => asked));

  await setBotOn(db, (await bots())[0]?.id ?? "", false);
  await expect.poll(async () => (await bots())[0]?.commandsDigest).toBe(TOLD_OFF);
  await changePortal(db, id, { state: "removed", isLeft: true });
  await askAboutPortal(db, id);
  await expect.poll(async () => (await bots())[0]?.state).toBe("removed");

  for (const deadId of dead) expect(await portals.byId(deadId)).toMatchObject({ state: "pending", stateReason: null });
});

test("portals that hang while the app is installed on them, more than there are places, delay no installation on another one", async () => {
  const app = { clientId: "local.app", clientSecret: "s3cret" };
  const { db, box, transport, portals, hanging, start } = await setup(app);
  const installs = createAppInstalls(db, box);
  const announce = (memberId: string) =>
    installs.keep(memberId, {
      memberId,
      serverEndpoint: OAUTH_SERVER,
      applicationToken: `application-${memberId}`,
      token: { refreshToken: memberId },
    });
  const endpoints = new Map(hanging.map(({ url }, place) => [`dead-${place}`, url]));
  for (const memberId of endpoints.keys()) await announce(memberId);
  await announce("alive");
  const alive = createFakePortal({
    "imbot.v2.Revision.get": () => ({ rest: 35, web: 1, mobile: 1, desktop: 1 }),
    "imbot.v2.Bot.register": () => ({
      bot: { id: 7, code: "botdeck_team", type: "bot", eventMode: "webhook" },
      users: [],
    }),
    "imbot.v2.Bot.update": () => ({ bot: { id: 7 } }),
    "imbot.v2.Command.list": () => ({ commands: [] }),
    "imbot.v2.Command.register": () => ({ command: { id: 3, botId: 7, command: "/help" } }),
    "event.get": () => [],
    "event.bind": () => true,
  });
  start({
    async send(url, body, options) {
      const { host, searchParams } = new URL(url);
      if (host === "alive.example") return alive.transport.send(url, body, options);
      if (host !== new URL(OAUTH_SERVER).host) return transport.send(url, body, options);
      const memberId = searchParams.get("refresh_token") ?? "";
      const granted = {
        access_token: `access-${memberId}`,
        refresh_token: memberId,
        expires_in: 3_600,
        client_endpoint: endpoints.get(memberId) ?? "https://alive.example/rest/",
        server_endpoint: OAUTH_SERVER,
        member_id: memberId,
      };
      return { status: 200, body: JSON.stringify(granted) };
    },
  });

  await expect.poll(async () => (await portals.byMemberId("alive"))?.state).toBe("active");
  const waiting = async () =>
    (await db.select().from(appInstall).where(eq(appInstall.state, "waiting")))
      .map(({ memberId }) => memberId)
      .toSorted();
  await expect.poll(waiting).toEqual([...endpoints.keys()].toSorted());
});
