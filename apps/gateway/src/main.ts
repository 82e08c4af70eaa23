import { createUndiciTransport } from "@botdeck/b24-client";
import {
  connect,
  createAppInstalls,
  createAuthorizationRequests,
  createOAuthTokens,
  createPollerLocks,
  createPortals,
  createSecretBox,
} from "@botdeck/db";
import { appOf, createPortalClients } from "@botdeck/portal-clients";
import { armCrashPoint, createLogger } from "@botdeck/telemetry";

import { createAcceptAuthorization } from "./accept-authorization.ts";
import { buildApp } from "./app.ts";
import { loadEnv } from "./env.ts";
import { startFetchPoller } from "./fetch/fetch-poller.ts";

const env = loadEnv(process.env);
armCrashPoint(env.BOTDECK_CRASHPOINT);
const logger = createLogger({ name: "gateway", level: env.LOG_LEVEL });
const handle = connect(env.DATABASE_URL, { max: 10, applicationName: "botdeck-gateway" });
const { db } = handle;
const box = createSecretBox(env.BOTDECK_SECRET_KEY);
const portals = createPortals(db, box);
const installs = createAppInstalls(db, box);
const transport = createUndiciTransport();
const app = appOf(env);
const tokens = createOAuthTokens(db, box);
const clients = createPortalClients({ db, portals, tokens, transport, app });
const requests = createAuthorizationRequests(db);
const acceptAuthorization = createAcceptAuthorization({ portals, tokens, requests, transport, app });

const requestTimeoutMs = env.GATEWAY_REQUEST_TIMEOUT_MS;
const server = buildApp({ db, portals, installs, acceptAuthorization, logger, requestTimeoutMs });
await server.listen({ host: env.GATEWAY_HOST, port: env.GATEWAY_PORT });
const locks = createPollerLocks(env.DATABASE_URL);
const poller = startFetchPoller({ db, locks, portals, clients, logger });
logger.info({ port: env.GATEWAY_PORT }, "gateway is up");

let stopping = false;
async function shutDown(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, "gateway stops");
  try {
    // What was accepted is finished before the database goes.
    await server.close();
    await poller.stop();
    await transport.close();
    await locks.close();
    await handle.close();
  } catch (error) {
    logger.error({ err: error }, "gateway did not stop cleanly");
    process.exitCode = 1;
  }
  process.exit();
}
process.once("SIGTERM", () => void shutDown("SIGTERM"));
process.once("SIGINT", () => void shutDown("SIGINT"));
// postgres.js has a promise that nobody awaits; a lost connection must not end the intake.
process.on("unhandledRejection", (reason) => logger.error({ err: reason }, "unhandled rejection"));
