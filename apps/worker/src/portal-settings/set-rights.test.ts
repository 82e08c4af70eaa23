import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { connect, createPortals, createSecretBox, type DatabaseHandle, listAudit, type Portals } from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { afterAll, beforeAll, expect, test } from "vitest";

const key = randomBytes(32).toString("base64");
let database: TestDatabase;
let handle: DatabaseHandle;
let portals: Portals;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 2 });
  portals = createPortals(handle.db, createSecretBox(key));
  await portals.keepWebhook({ domain: "hook.example", url: "https://hook.example/rest/1/abc/" });
  await portals.keepInstall({
    memberId: "member",
    domain: "app.example",
    clientEndpoint: "https://app.example/rest/",
    serverEndpoint: "https://oauth.bitrix24.tech/rest/",
    applicationToken: "application",
  });
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

/** Runs the command as a person does. */
async function run(command: string, ...args: string[]) {
  const script = fileURLToPath(new URL(`../${command}.ts`, import.meta.url));
  const env = { DATABASE_URL: database.url, BOTDECK_SECRET_KEY: key, GATEWAY_PUBLIC_URL: "http://127.0.0.1:1" };
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (printed += String(text)));
  const [code] = (await once(child, "close")) as [number];
  return { code, printed };
}
const setRights = (domain: string, rights: string) => run("set-rights", "--portal", domain, "--rights", rights);
const portalOf = async (domain: string) => (await portals.byDomain(domain)) ?? expect.fail("the portal is kept");

test("a webhook's owner lends their rights only when somebody says so, and it is written down", async () => {
  const before = await portalOf("hook.example");
  expect(before.rights).toBe("person");
  expect(await setRights("hook.example", "owner")).toEqual({
    code: 0,
    printed: "From now on bots act on hook.example with the rights of the webhook's owner, whoever asks\n",
  });
  expect(await portalOf("hook.example")).toMatchObject({ rights: "owner" });
  expect(await setRights("hook.example", "person")).toMatchObject({ code: 0 });
  expect(await portalOf("hook.example")).toMatchObject({ rights: "person" });

  const { rows } = await listAudit(handle.db, { action: null, subjectId: before.id }, { after: null, limit: 9 });
  expect(rows.map(({ action, detail }) => [action, detail])).toEqual([
    ["portal.setRights", { rights: "person" }],
    ["portal.setRights", { rights: "owner" }],
  ]);
});

test("where people have rights of their own, nobody lends theirs", async () => {
  expect(await setRights("app.example", "owner")).toMatchObject({
    code: 1,
    printed: expect.stringMatching(/own rights/),
  });
  expect(await portalOf("app.example")).toMatchObject({ rights: "person" });
});

test("a code challenge is for portals whose people authorise the app", async () => {
  const setPkce = (domain: string, pkce: string) => run("set-pkce", "--portal", domain, "--pkce", pkce);
  expect(await setPkce("app.example", "on")).toMatchObject({ code: 0 });
  expect(await portalOf("app.example")).toMatchObject({ pkce: true });
  expect(await setPkce("hook.example", "on")).toMatchObject({ code: 1, printed: expect.stringMatching(/webhook/) });
});

test("a word that means nothing changes nothing", async () => {
  expect(await setRights("hook.example", "everybody")).toMatchObject({ code: 1 });
  expect(await setRights("nowhere.example", "owner")).toMatchObject({
    code: 1,
    printed: expect.stringMatching(/No portal/),
  });
  expect(await run("set-rights", "--portal", "hook.example")).toMatchObject({ code: 2 });
  expect(await portalOf("hook.example")).toMatchObject({ rights: "person" });
});
