import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import {
  connect,
  createPortals,
  createSecretBox,
  type DatabaseHandle,
  hookById,
  listAudit,
  listHooks,
  openHookApiToken,
} from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";

const DOMAIN = "portal.example";
const key = randomBytes(32).toString("base64");
const box = createSecretBox(key);
let database: TestDatabase;
let handle: DatabaseHandle;
let portalId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 2 });
  const portals = createPortals(handle.db, box);
  portalId = (await portals.keepWebhook({ domain: DOMAIN, url: `https://${DOMAIN}/rest/1/abc/` })).id;
  await portals.ensureBot({ portalId, code: "notify", name: "Bot", eventMode: "fetch", newBotToken: "token" });
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

/** Runs the command as a person does. */
async function run(command: string, args: string[], env: Record<string, string> = {}) {
  const script = fileURLToPath(new URL(`../${command}.ts`, import.meta.url));
  const common = { DATABASE_URL: database.url, BOTDECK_SECRET_KEY: key, GATEWAY_PUBLIC_URL: "http://127.0.0.1:1" };
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...common, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (printed += String(text)));
  const [code] = (await once(child, "close")) as [number];
  return { code, printed };
}
const bot = ["--portal", DOMAIN, "--bot", "notify"];

const SAID =
  "--kind sentry --name Errors --proof hmac --secret env:HOOK_SECRET --chat chat42 --delay 300 --timestamp-header none " +
  "--signature-header sentry-hook-signature --api https://sentry.example --api-token env:API_TOKEN";

test("a hook is made with all that is said of it, changed later, and written down without its secrets", async () => {
  const options = join(mkdtempSync(join(tmpdir(), "botdeck-hook-")), "options.json");
  writeFileSync(options, JSON.stringify({ inhibit: [{ source: { tier: "cluster" }, target: { tier: "node" } }] }));
  const secret = "whsec_0123456789abcdef";
  const made = await run("add-hook", [...bot, "--options", options, ...SAID.split(" ")], {
    HOOK_SECRET: secret,
    API_TOKEN: "api-t0ken",
  });
  expect(made).toMatchObject({ code: 0, printed: expect.stringContaining("Sign each body with it") });
  expect(made.printed).not.toContain(secret);
  const [hook] = await listHooks(handle.db, portalId);
  expect(hook).toMatchObject({
    kind: "sentry",
    proof: "hmac",
    name: "Errors",
    options: {
      dialogId: "chat42",
      delaySeconds: 300,
      signature: { header: "sentry-hook-signature", timestampHeader: null },
      inhibit: [{ source: { tier: "cluster" } }],
    },
  });
  expect(made.printed).toContain(`/hooks/${hook?.id}`);

  const id = hook?.id ?? "";
  expect((await run("set-hook", ["--hook", id, "--chat", "chat7", "--close"])).code).toBe(0);
  const [changed] = await listHooks(handle.db, portalId);
  expect(changed).toMatchObject({ isActive: false, options: { dialogId: "chat7", delaySeconds: 300 } });
  const kept = await hookById(handle.db, id);
  expect(kept === null ? null : openHookApiToken(box, kept)).toBe("api-t0ken");

  const { rows } = await listAudit(handle.db, { action: null, subjectId: id }, { after: null, limit: 9 });
  expect(rows.map(({ action }) => action)).toEqual(["hook.change", "hook.create"]);
  expect(JSON.stringify(rows)).not.toMatch(/whsec|api-t0ken/);
}, 60_000);

test.each([
  ["add-hook", [...bot, "--kind", "nagios"], /--kind is alertmanager, /],
  ["add-hook", [...bot, "--proof", "trust"], /--proof is bearer or hmac/],
  ["add-hook", [...bot, "--delay", "soon"], /cannot be used: [^]*delaySeconds/],
  ["set-hook", ["--hook", "nothing"], /There is no hook nothing/],
  ["test-hook", ["--hook", "nothing"], /There is no open hook nothing/],
])("%s says what is wrong: %j", async (command, args, message) => {
  expect(await run(command, args)).toEqual({ code: 1, printed: expect.stringMatching(message) });
});

test.each(["alertmanager", "grafana"])("silence is no end of %s, which says so itself: it is refused", async (kind) => {
  const { code, printed } = await run("add-hook", [
    ...bot,
    "--kind",
    kind,
    "--name",
    `Silent ${kind}`,
    "--ends-after",
    "60",
  ]);
  expect([code, printed]).toEqual([1, expect.stringContaining(`endsAfterSeconds is not for ${kind}`)]);
  const hooks = await listHooks(handle.db, portalId, 100);
  expect(hooks.map(({ name }) => name)).not.toContain(`Silent ${kind}`);
});
