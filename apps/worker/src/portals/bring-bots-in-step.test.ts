import { randomBytes } from "node:crypto";

import { createBotApi, createUndiciTransport, type Transport } from "@botdeck/b24-client";
import { bot, connect, createOAuthTokens, createPortals, createSecretBox } from "@botdeck/db";
import { type AnyBot, defineBot, type Param } from "@botdeck/dialog";
import { createPortalClients } from "@botdeck/portal-clients";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { startEmulator } from "../testing/start-emulator.ts";
import { bringBotsInStep } from "./bring-bots-in-step.ts";

/** An employee of the emulated portal whose language is English, and one whose is Russian. */
const [EMMA, PAVEL] = ["3", "4"];
const EVENTS_URL = "http://127.0.0.1:9/bitrix/events";

let portal: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  portal = await startEmulator();
  return () => portal.stop();
});

const DAYS: readonly Param[] = [
  { name: "days", kind: "period", title: { en: "days", ru: "дни" } },
  { name: "who", kind: "person", isOptional: true, title: { en: "person", ru: "сотрудник" } },
];
const handler = () => [];
const team = (code: string, commands: NonNullable<AnyBot["commands"]>): AnyBot =>
  defineBot({
    code,
    kind: "internal",
    name: { en: "Team", ru: "Команда" },
    texts: { en: {}, ru: {} },
    commands,
    welcome: handler,
    fallback: handler,
  });

/** A portal with one bot at work that was registered by this API, and starts of ours that count what they call. */
async function setup(api: "v1" | "v2") {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max: 3 });
  const inner = createUndiciTransport();
  onTestFinished(async () => {
    await inner.close();
    await handle.close();
    await database.drop();
  });
  const calls: string[] = [];
  const transport: Transport = {
    send(url, body, options) {
      calls.push(new URL(url).pathname.split("/").at(-1) ?? "");
      return inner.send(url, body, options);
    },
  };
  const { db } = handle;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const portals = createPortals(db, box);
  const clients = createPortalClients({ db, portals, tokens: createOAuthTokens(db, box), transport, app: null });

  const code = `team-${randomBytes(4).toString("hex")}`;
  const { url } = await portal.control<{ url: string }>("/webhooks", { userId: "1", scopes: ["imbot", "im"] });
  const row = await portals.keepWebhook({ domain: "portal.example", url });
  await portals.setState(row.id, "active");
  const eventMode = api === "v1" ? "webhook" : "fetch";
  const botToken = "token-of-the-team";
  const kept = await portals.ensureBot({ portalId: row.id, code, name: "Team", eventMode, newBotToken: botToken });
  const registered = { code, name: "Team", type: "bot" as const, botToken };
  const { bitrixBotId } = await createBotApi(clients.for(row), api).register(
    api === "v1"
      ? { ...registered, eventMode: "webhook", webhookUrl: EVENTS_URL }
      : { ...registered, eventMode: "fetch" },
  );
  await portals.markRegistered(kept.id, bitrixBotId, api);
  await portal.control("/dialogs", { as: EMMA, botId: bitrixBotId });
  await portal.control("/dialogs", { as: PAVEL, botId: bitrixBotId });

  return {
    row: async () => (await db.select().from(bot))[0],
    /** A start of a release with these commands. @returns The methods that it called on the portal. */
    async start(commands: NonNullable<AnyBot["commands"]>): Promise<string[]> {
      calls.length = 0;
      const logger = createLogger({ name: "test", level: "silent" });
      await bringBotsInStep({ portals, clients, definitions: [team(code, commands)], eventsUrl: EVENTS_URL, logger });
      return [...calls];
    },
    /** What a slash shows somebody in their chat with the bot. */
    async completion(personId: string): Promise<string[]> {
      const { id } = await portal.control<{ id: string }>("/dialogs", { as: personId, botId: bitrixBotId });
      type Shown = { command: string; title: string; params: string };
      const shown = await portal.control<Shown[]>(`/dialogs/${id}/commands?as=${personId}`);
      return shown.map(({ command, title, params }) => `${command} ${params} — ${title}`.replace("  ", " "));
    },
  };
}

describe.each(["v1", "v2"] as const)("on a portal with the bot API %s", (api) => {
  test("a start with an added, a changed and a removed command leaves the portal with today's; a second start calls nothing", async () => {
    const { start, completion, row } = await setup(api);
    await start({
      vacation: { title: { en: "Time off", ru: "Отпуск" }, params: DAYS, handler },
      old: { title: { en: "Old", ru: "Старая" }, handler },
    });
    expect(await completion(EMMA)).toEqual([
      "/help [command] — Shows what I can do",
      "/old — Old",
      "/vacation ‹days› [person] — Time off",
    ]);

    const changed = {
      vacation: { title: { en: "Ask for days off", ru: "Попросить отпуск" }, handler },
      report: { title: { en: "Figures", ru: "Цифры" }, params: DAYS, handler },
      decide: { title: { en: "Decide", ru: "Решить" }, isHidden: true, handler },
    };
    expect(await start(changed)).not.toEqual([]);
    expect(await completion(EMMA)).toEqual([
      "/help [command] — Shows what I can do",
      "/report ‹days› [person] — Figures",
      "/vacation — Ask for days off",
    ]);
    expect(await completion(PAVEL)).toContain("/report ‹дни› [сотрудник] — Цифры");
    expect(Object.keys((await row())?.commandIds ?? {}).toSorted()).toEqual([
      "decide",
      "help",
      "leave",
      "report",
      "vacation",
    ]);

    expect(await start(changed)).toEqual([]);
  });
});

test("tokens of people are kept for a bot of employees from the first start on", async () => {
  const { start, row } = await setup("v2");
  expect((await row())?.keepsTokens).toBe(false);
  await start({});
  expect((await row())?.keepsTokens).toBe(true);
});
