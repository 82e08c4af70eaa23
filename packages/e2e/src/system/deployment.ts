import { randomBytes } from "node:crypto";

import { bot, connect, createOrderSources, createPortals, createSecretBox, type DatabaseHandle } from "@botdeck/db";
import { freePort, waitUntil } from "@botdeck/local-stack";
import { createTestDatabase } from "@botdeck/testing/database";
import { onTestFinished } from "vitest";

import { createEmulatorApi } from "../emulator-api.ts";
import { startEmulator } from "./emulator.ts";
import { type Program, type ProgramInput, runProgram } from "./program.ts";
import { makeTemporaryHome } from "./temporary-home.ts";

const SCOPES = ["imbot", "imopenlines", "im", "task", "user"];
/** A machine that has never run it trains the bots first. */
const READY_TIMEOUT_MS = 120_000;
/** As apps/emulator/src/one-c/README.md tells them. */
const ORDER_CREDENTIALS = "bot:demo-1c";

/** A portal of its own with the app installed on it, and the gateway and the worker that serve it. */
export type Deployment = {
  portalUrl: string;
  gatewayUrl: string;
  emulator: ReturnType<typeof createEmulatorApi>;
  db: DatabaseHandle["db"];
  /** What every part of the deployment is told. */
  environment: Record<string, string>;
  gateway: {
    /** As a failing machine does. */
    kill(): Promise<void>;
    /** On the same port and the same disk. */
    start(): Promise<void>;
  };
};

type DeploymentOptions = {
  /** Rights of the app beside the usual ones. */
  scopes?: readonly string[];
  /** Roles of the worker beside the usual ones. */
  roles?: readonly string[];
  /** Where the console of this deployment will be, if there is one. */
  consoleUrl?: string;
  /** A module that brings bots of its own, by its `file:` URL. */
  ownBots?: string;
};

/**
 * Starts a deployment without Temporal, with the orders of the emulator's shop, and waits until the first bot is registered. It is gone when the test ends.
 *
 * @param prepare Changes the portal before the app comes.
 */
export async function startDeployment(
  prepare: (emulator: Deployment["emulator"]) => Promise<unknown> = async () => {},
  { scopes = [], roles = [], ownBots, consoleUrl }: DeploymentOptions = {},
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
  const secretKey = randomBytes(32).toString("base64");
  const environment = {
    DATABASE_URL: database.url,
    BOTDECK_SECRET_KEY: secretKey,
    B24_CLIENT_ID: app.clientId,
    B24_CLIENT_SECRET: app.clientSecret,
    GATEWAY_PUBLIC_URL: gatewayUrl,
    B24_OAUTH_SERVERS: portal.url,
    B24_PRIVATE_PORTALS: "true",
  };
  const home = makeTemporaryHome();
  onTestFinished(home.remove);
  const spool = { GATEWAY_SPOOL_FOLDER: home.path, GATEWAY_DRAIN_MS: "0" };
  const gatewayEnvironment = {
    ...environment,
    ...spool,
    GATEWAY_PORT: String(gatewayPort),
    ...(consoleUrl !== undefined && { CONSOLE_PUBLIC_URL: consoleUrl }),
  };
  const startGateway = () =>
    startProgram({ script: "apps/gateway/src/main.ts", environment: gatewayEnvironment }, /gateway is up/);
  let gateway = await startGateway();
  const worker = {
    ...environment,
    WORKER_ROLES: ["runtime", "deliverer", "installs", ...roles].join(","),
    WORKER_HEALTH_PORT: "0",
    ...(ownBots !== undefined && { BOTDECK_BOTS: ownBots }),
  };
  await startProgram({ script: "apps/worker/src/main.ts", environment: worker }, /worker is up/);

  const handlers = { handlerUrl: `${gatewayUrl}/bitrix/install`, redirectUrl: `${gatewayUrl}/bitrix/app` };
  await emulator.installApp({ ...app, ...handlers, name: "Botdeck", scopes: [...SCOPES, ...scopes] });
  let portalId: string | undefined;
  let botId: string | undefined;
  const isRegistered = async () => {
    const bots = await handle.db.select().from(bot);
    const store = bots.find(({ code, state }) => code === "store" && state === "active");
    portalId = store?.portalId;
    botId = store?.id;
    return portalId !== undefined;
  };
  await waitUntil(isRegistered, { timeoutMs: READY_TIMEOUT_MS });
  if (portalId === undefined || botId === undefined) throw new Error("no bot has registered");
  const config = { kind: "odata", url: `${portal.url}/1c/odata/standard.odata` };
  // The emulator itself knows the phones of its clients.
  const box = createSecretBox(secretKey);
  await createPortals(handle.db, box).changeBotSettings(botId, () => ({ phoneConnectors: ["livechat"] }));
  const orderSources = createOrderSources(handle.db, box);
  await orderSources.put(portalId, { config, secret: ORDER_CREDENTIALS });
  return {
    portalUrl: portal.url,
    gatewayUrl,
    emulator,
    db: handle.db,
    environment,
    gateway: {
      kill: async () => void (await gateway.kill()),
      start: async () => void (gateway = await startGateway()),
    },
  };
}

async function startProgram(input: ProgramInput, ready: RegExp): Promise<Program> {
  const program = await runProgram(input);
  onTestFinished(async () => void (await program.interrupt()));
  await program.printed(ready, READY_TIMEOUT_MS);
  return program;
}
