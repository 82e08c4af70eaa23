import { randomBytes } from "node:crypto";

import { bot, connect, type DatabaseHandle } from "@botdeck/db";
import { freePort, waitUntil } from "@botdeck/local-stack";
import { createTestDatabase } from "@botdeck/testing/database";
import { onTestFinished } from "vitest";

import { createEmulatorApi } from "../emulator-api.ts";
import { startEmulator } from "./emulator.ts";
import { type ProgramInput, runProgram } from "./program.ts";

const SCOPES = ["imbot", "imopenlines", "im", "task", "user"];
const READY_TIMEOUT_MS = 60_000;

/** A portal of its own with the app installed on it, and the gateway and the worker that serve it. */
export type Deployment = {
  portalUrl: string;
  gatewayUrl: string;
  emulator: ReturnType<typeof createEmulatorApi>;
  db: DatabaseHandle["db"];
  /** What every part of the deployment is told. */
  environment: Record<string, string>;
};

/**
 * Starts a deployment without Temporal and waits until the first bot is registered. It is gone when the test ends.
 *
 * @param prepare Changes the portal before the app comes.
 */
export async function startDeployment(
  prepare: (emulator: Deployment["emulator"]) => Promise<unknown> = async () => {},
): Promise<Deployment> {
  const portal = await startEmulator();
  onTestFinished(async () => void (await portal.interrupt()));
  const emulator = createEmulatorApi(portal.url);
  await prepare(emulator);
  const database = await createTestDatabase();
  onTestFinished(database.drop);
  const handle = connect(database.url, { max: 1 });
  onTestFinished(handle.close);

  const app = { clientId: "local.botdeck", clientSecret: randomBytes(16).toString("hex") };
  const gatewayPort = await freePort();
  const gatewayUrl = `http://127.0.0.1:${gatewayPort}`;
  const environment = {
    DATABASE_URL: database.url,
    BOTDECK_SECRET_KEY: randomBytes(32).toString("base64"),
    B24_CLIENT_ID: app.clientId,
    B24_CLIENT_SECRET: app.clientSecret,
    GATEWAY_PUBLIC_URL: gatewayUrl,
    B24_OAUTH_SERVERS: portal.url,
  };
  const gateway = { ...environment, GATEWAY_PORT: String(gatewayPort) };
  await startProgram({ script: "apps/gateway/src/main.ts", environment: gateway }, /gateway is up/);
  const worker = { ...environment, WORKER_ROLES: "runtime,deliverer,installs", WORKER_HEALTH_PORT: "0" };
  await startProgram({ script: "apps/worker/src/main.ts", environment: worker }, /worker is up/);

  const handlers = { handlerUrl: `${gatewayUrl}/bitrix/install`, redirectUrl: `${gatewayUrl}/bitrix/app` };
  await emulator.installApp({ ...app, ...handlers, name: "Botdeck", scopes: SCOPES });
  const isRegistered = async () =>
    (await handle.db.select().from(bot)).some(({ code, state }) => code === "store" && state === "active");
  if (!(await waitUntil(isRegistered, { timeoutMs: READY_TIMEOUT_MS }))) throw new Error("no bot has registered");
  return { portalUrl: portal.url, gatewayUrl, emulator, db: handle.db, environment };
}

async function startProgram(input: ProgramInput, ready: RegExp): Promise<void> {
  const program = await runProgram(input);
  onTestFinished(async () => void (await program.interrupt()));
  await program.printed(ready, READY_TIMEOUT_MS);
}
