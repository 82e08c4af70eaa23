import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { storeBot } from "@botdeck/bots";
import { type Bot, connect, createPortals, createSecretBox, type DatabaseHandle, listAudit, listen } from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { checkBotSettings } from "./check-bot-settings.ts";
import { readAssignments } from "./read-assignments.ts";

const DOMAIN = "portal.example";
const key = randomBytes(32).toString("base64");
let database: TestDatabase;
let handle: DatabaseHandle;
let portals: ReturnType<typeof createPortals>;
let bot: Bot;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 3 });
  portals = createPortals(handle.db, createSecretBox(key));
  const portal = await portals.keepWebhook({ domain: DOMAIN, url: `https://${DOMAIN}/rest/1/abc/` });
  const which = { portalId: portal.id, code: "store", name: "Shop" };
  bot = await portals.ensureBot({ ...which, eventMode: "fetch", newBotToken: null });
});
beforeEach(() => set({}));
afterAll(async () => {
  await handle.close();
  await database.drop();
});

const set = (settings: Bot["settings"]) => portals.changeBotSettings(bot.id, () => settings);
const stored = async () => (await portals.botById(bot.id))?.settings;

/** Runs the command as a person does. */
async function run(...args: string[]) {
  const script = fileURLToPath(new URL("../set-bot-settings.ts", import.meta.url));
  const env = { DATABASE_URL: database.url, BOTDECK_SECRET_KEY: key, GATEWAY_PUBLIC_URL: "http://127.0.0.1:1" };
  const child = spawn(process.execPath, [script, "--portal", DOMAIN, ...args], { env: { ...process.env, ...env } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (printed += String(text)));
  const [code] = (await once(child, "close")) as [number];
  return { code, printed };
}

const store = (...args: string[]) => run("--bot", "store", ...args);

test("some settings are changed and told before and after, others stay, workers hear of it, and it is written down", async () => {
  await set({ quietHours: 6, managerId: "1" });
  const heard = vi.fn();
  const stop = await listen(handle, "botdeck_portals", heard, () => {});
  const { code, printed } = await store("--set", "returnDays=30", "managerId=7", 'holidays=["2027-01-01"]');
  expect([code, printed.split("\n")]).toEqual([
    0,
    [
      `${DOMAIN}, bot store:`,
      "  returnDays: 14 (default) → 30",
      '  holidays: [] (default) → ["2027-01-01"]',
      '  managerId: "1" → "7"',
      "",
    ],
  ]);
  // What is digits is text where ids are, and a number where days are.
  expect(await stored()).toEqual({ quietHours: 6, returnDays: 30, managerId: "7", holidays: ["2027-01-01"] });
  await expect.poll(() => heard.mock.calls.length).toBeGreaterThan(0);
  await stop();

  expect((await store("--set", "returnDays=30")).printed).toMatch(/is how it is set already/);
  const { rows } = await listAudit(handle.db, { action: null, subjectId: bot.id }, { after: null, limit: 9 });
  expect(rows.map(({ action, actorId, detail }) => [action, actorId, detail])).toEqual([
    ["botSettings.set", "command", { bot: "store", fields: ["returnDays", "holidays", "managerId"] }],
  ]);
});

test("a file takes the place of all that was set, and a reset goes back to the defaults", async () => {
  await set({ quietHours: 6, returnDays: 30 });
  const path = join(mkdtempSync(join(tmpdir(), "botdeck-bot-settings-")), "settings.json");
  writeFileSync(path, JSON.stringify({ returnDays: 20, supervisorId: "9" }));
  expect((await store("--config", path)).printed).toMatch(/returnDays: 30 → 20\n[^]*quietHours: 6 → 12 \(default\)\n/);
  expect(await stored()).toEqual({ returnDays: 20, supervisorId: "9" });

  expect(await store("--reset")).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/returnDays: 20 → 14 \(def/),
  });
  expect(await stored()).toEqual({});
});

test("each wrong field is refused by its name, and nothing is kept", async () => {
  const { code, printed } = await store("--set", "returnDays=-1", "hours=[]", "timeZone=Mars/Phobos");
  const problem = /^The settings are wrong: returnDays: [^\n]*timeZone: [^\n]*hours: [^\n]*\n$/;
  expect([code, printed]).toEqual([1, expect.stringMatching(problem)]);
  expect(await stored()).toEqual({});
});

test("a field that the bot does not know, and what sets nothing, are refused", () => {
  const slip = readAssignments(storeBot, ["returnDays=5", "retrunDays=5"]);
  expect(() => checkBotSettings(storeBot, slip)).toThrow(/^The settings have no retrunDays. There are: returnDays, /);
  expect(() => readAssignments(storeBot, ["returnDays"])).toThrow(/^--set takes field=value/);
});

test("what the bot works with is shown, with the defaults, what is wrong and what is unknown", async () => {
  await set({ returnDays: 30, quietHours: "long", colour: "red" });
  const { printed } = await store("--show");
  expect(printed).toMatch(/^portal.example, bot store:\n/);
  expect(printed).toMatch(/\n {2}returnDays +30\n/);
  expect(printed).toMatch(/\n {2}timeZone +"Europe\/Moscow" {2}default\n/);
  expect(printed).toMatch(/\n {2}quietHours +12 {2}default: "long" is wrong \(.*number.*\)\n/);
  expect(printed).toMatch(/\n {2}colour +"red" {2}unknown to the bot\n/);

  // A wrong one can be mended beside an unknown one, which a newer release may know.
  expect(await store("--set", "quietHours=8")).toMatchObject({ code: 0 });
  expect(await stored()).toEqual({ returnDays: 30, quietHours: 8, colour: "red" });
});

test("a bot that is not there is told, and a wrong call is answered with the help", async () => {
  expect(await run("--bot", "shop", "--show")).toMatchObject({
    code: 1,
    printed: expect.stringMatching(/There are: store, hr, helpdesk, sales, report/),
  });
  expect(await run("--bot", "hr", "--show")).toMatchObject({
    code: 1,
    printed: expect.stringMatching(/has no bot hr/),
  });
  expect(await store("--show", "--reset")).toMatchObject({
    code: 2,
    printed: expect.stringMatching(/--set <field>=<value>/),
  });
});
