import { randomBytes } from "node:crypto";

import { bot, connect } from "@botdeck/db";
import { freePort, waitUntil } from "@botdeck/local-stack";
import { createTestDatabase } from "@botdeck/testing/database";
import { expect, onTestFinished, test } from "vitest";

import { clientAt, createEmulatorApi } from "./emulator-api.ts";
import { startEmulator } from "./system/emulator.ts";
import { type ProgramInput, runProgram } from "./system/program.ts";

const SCOPES = ["imbot", "imopenlines", "im", "task", "user"];
const READY_TIMEOUT_MS = 60_000;

async function startProgram(input: ProgramInput, ready: RegExp): Promise<void> {
  const program = await runProgram(input);
  onTestFinished(async () => void (await program.interrupt()));
  await program.printed(ready, READY_TIMEOUT_MS);
}

test("a portal without the second bot API gets the same bots by the first one", async () => {
  const portal = await startEmulator();
  onTestFinished(async () => void (await portal.interrupt()));
  const api = createEmulatorApi(portal.url);
  await api.setFaults({ portal: { isOldRevision: true } });
  const database = await createTestDatabase();
  onTestFinished(database.drop);
  const handle = connect(database.url, { max: 1 });
  onTestFinished(handle.close);

  const app = { clientId: "local.botdeck", clientSecret: randomBytes(16).toString("hex") };
  const gatewayPort = await freePort();
  const gatewayUrl = `http://127.0.0.1:${gatewayPort}`;
  const both = {
    DATABASE_URL: database.url,
    BOTDECK_SECRET_KEY: randomBytes(32).toString("base64"),
    B24_CLIENT_ID: app.clientId,
    B24_CLIENT_SECRET: app.clientSecret,
  };
  const gateway = { ...both, GATEWAY_PORT: String(gatewayPort) };
  await startProgram({ script: "apps/gateway/src/main.ts", environment: gateway }, /gateway is up/);
  const worker = {
    ...both,
    WORKER_ROLES: "runtime,deliverer,installs",
    WORKER_HEALTH_PORT: "0",
    GATEWAY_PUBLIC_URL: gatewayUrl,
    B24_OAUTH_SERVERS: portal.url,
  };
  await startProgram({ script: "apps/worker/src/main.ts", environment: worker }, /worker is up/);

  await api.installApp({ ...app, name: "Botdeck", handlerUrl: `${gatewayUrl}/bitrix/install`, scopes: SCOPES });
  const store = async () => (await handle.db.select().from(bot)).find(({ code }) => code === "store");
  const isRegistered = async () => (await store())?.state === "active";
  expect(await waitUntil(isRegistered, { timeoutMs: READY_TIMEOUT_MS })).toBe(true);

  const client = clientAt(await api.clients(), 0);
  await client.write("where is my order?");
  await client.hears(/What is the number of your order/);
  await client.write("A-1042");
  await client.hears(/Order A-1042 is on its way/);
  expect(await store()).toMatchObject({ api: "v1", eventMode: "webhook" });
});
