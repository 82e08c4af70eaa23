import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import {
  connect,
  createNluProviders,
  createOrderSources,
  createPortals,
  createSecretBox,
  type DatabaseHandle,
  listAudit,
} from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";

const DOMAIN = "portal.example";
const key = randomBytes(32).toString("base64");
const box = createSecretBox(key);
const folder = mkdtempSync(join(tmpdir(), "botdeck-settings-"));
let database: TestDatabase;
let handle: DatabaseHandle;
let portalId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 2 });
  portalId = (await createPortals(handle.db, box).keepWebhook({ domain: DOMAIN, url: `https://${DOMAIN}/rest/1/abc/` }))
    .id;
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

/** Runs the command as a person does. */
async function run(command: string, args: string[], { stdin = "", env = {} } = {}) {
  const script = fileURLToPath(new URL(`../${command}.ts`, import.meta.url));
  const common = { DATABASE_URL: database.url, BOTDECK_SECRET_KEY: key, GATEWAY_PUBLIC_URL: "http://127.0.0.1:1" };
  const child = spawn(process.execPath, [script, "--portal", DOMAIN, ...args], {
    env: { ...process.env, ...common, ...env },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (printed += String(text)));
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const [code] = (await once(child, "close")) as [number];
  return { code, printed };
}

function fileOf(config: unknown): string {
  const path = join(folder, `${randomBytes(6).toString("hex")}.json`);
  writeFileSync(path, typeof config === "string" ? config : JSON.stringify(config));
  return path;
}

test("a provider is set with a secret from stdin, shown without it, written down, and removed", async () => {
  const config = { kind: "openai", baseUrl: "https://llm.example/v1", model: "small" };
  const set = await run("set-nlu-provider", ["--config", fileOf(config), "--secret", "stdin"], {
    stdin: "sk-s3cret\n",
  });
  expect(set).toEqual({ code: 0, printed: `${DOMAIN} has the provider of understanding openai now\n` });
  const store = createNluProviders(handle.db, box);
  expect(await store.get(portalId)).toMatchObject({ config, secret: "sk-s3cret" });

  const shown = await run("set-nlu-provider", ["--show"]);
  expect(shown.printed).toMatch(/"model": "small"[^]*With a secret, set at 2/);
  expect(shown.printed).not.toContain("s3cret");

  expect(await run("set-nlu-provider", ["--remove"])).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/no provider .* any more/),
  });
  expect(await store.get(portalId)).toBeNull();
  const { rows } = await listAudit(handle.db, { action: null, subjectId: portalId }, { after: null, limit: 9 });
  expect(rows.map(({ action, actorId, detail }) => [action, actorId, detail])).toEqual([
    ["nluProvider.remove", "command", {}],
    ["nluProvider.set", "command", { kind: "openai" }],
  ]);
});

test("an order source is set with a secret from the environment", async () => {
  const config = { kind: "odata", url: "https://1c.example/trade/odata/standard.odata" };
  const env = { ONEC_LOGIN: "robot:pa:ss" };
  const set = await run("set-order-source", ["--config", fileOf(config), "--secret", "env:ONEC_LOGIN"], { env });
  expect(set).toEqual({ code: 0, printed: `${DOMAIN} has the order source odata now\n` });
  expect(await createOrderSources(handle.db, box).get(portalId)).toMatchObject({ config, secret: "robot:pa:ss" });
});

test("settings that are wrong are refused in words, and nothing is kept", async () => {
  const { code, printed } = await run("set-nlu-provider", ["--config", fileOf({ kind: "rasa", url: "s3cret" })]);
  expect([code, printed]).toEqual([1, expect.stringMatching(/^The settings are wrong: url[^\n]*\n$/)]);
  expect(printed).not.toContain("s3cret");
  expect(await createNluProviders(handle.db, box).get(portalId)).toBeNull();
});

test("who calls it wrongly is helped", async () => {
  expect(await run("set-order-source", ["--show", "--remove"])).toMatchObject({
    code: 2,
    printed: expect.stringMatching(/The secret is /),
  });
});

test("a rota and a policy that names it are set by their files, replaced by their names, listed and removed", async () => {
  const layers = [{ people: ["1", "2"], turn: { every: "week", count: 1 }, startsOn: "2027-01-04" }];
  const rota = { name: "Shop", timeZone: "Europe/Moscow", layers };
  const made = await run("set-rota", ["--config", fileOf(rota)]);
  expect(made).toMatchObject({ code: 0, printed: expect.stringMatching(/has the rota Shop now: [\da-f-]{36}\n$/) });
  expect((await run("set-rota", ["--config", fileOf({ ...rota, timeZone: "UTC" })])).printed).toBe(made.printed);
  const [shown] = JSON.parse((await run("set-rota", ["--show"])).printed) as { id: string; timeZone: string }[];
  expect(shown).toMatchObject({ timeZone: "UTC" });

  const policy = (rotaId: string) => ({ name: "default", levels: [{ targets: [{ kind: "rota", rotaId }] }] });
  expect((await run("set-policy", ["--config", fileOf(policy(shown?.id ?? ""))])).code).toBe(0);
  expect((await run("set-policy", ["--show"])).printed).toMatch(/"name": "default"[^]*"waitSeconds": 300/);
  expect((await run("set-rota", ["--remove", "Shop"])).printed).toMatch(/no rota Shop any more/);
  expect((await run("set-policy", ["--remove", "none"])).printed).toMatch(/no escalation policy none/);
});

test.each([
  ["set-rota", { name: "A", timeZone: "Moscow", layers: [] }, /timeZone: .*; layers: /],
  ["set-rota", { name: "A", timeZone: "UTC", people: [] }, /people/],
  [
    "set-policy",
    { name: "A", levels: [{ targets: [{ kind: "rota", rotaId: "01a2028a-0000-7000-8000-000000000000" }] }] },
    /no rota 01a2028a/,
  ],
])("%s refuses %j with what is wrong in it", async (command, config, says) => {
  expect(await run(command, ["--config", fileOf(config)])).toMatchObject({
    code: 1,
    printed: expect.stringMatching(says),
  });
});
