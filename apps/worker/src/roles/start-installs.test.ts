import { askAboutPortal, changePortal, setBotOn, TOLD_OFF } from "@botdeck/db";
import { type AnyBot, defineBot } from "@botdeck/dialog";
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

test("a portal that hangs while it is connected delays no wish about another one", async () => {
  const { db, handle, databaseUrl, box, transport, portals, deps, portal, bots } = await connectServed(emulator, [
    teamBot,
  ]);
  const { id } = await portal();
  const hanging = await startHangingPortal();
  const dead = await portals.keepWebhook({ domain: new URL(hanging.url).host, url: hanging.url });
  await askAboutPortal(db, dead.id);
  const role = startInstalls({
    handle,
    databaseUrl,
    box,
    transport,
    app: null,
    trustedOAuthOrigins: [],
    takesPrivate: true,
    definitions: [teamBot],
    eventsUrl: EVENTS_URL,
    logger: deps.logger,
  });
  onTestFinished(async () => {
    hanging.end();
    await role.stop();
  });
  await hanging.asked;

  await setBotOn(db, (await bots())[0]?.id ?? "", false);
  await expect.poll(async () => (await bots())[0]?.commandsDigest, { timeout: 10_000 }).toBe(TOLD_OFF);
  await changePortal(db, id, { state: "removed", isLeft: true });
  await askAboutPortal(db, id);
  await expect.poll(async () => (await bots())[0]?.state, { timeout: 10_000 }).toBe("removed");

  expect(await portals.byId(dead.id)).toMatchObject({ state: "pending", stateReason: null });
});
