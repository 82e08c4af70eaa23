import { setTimeout as pause } from "node:timers/promises";

import { createUndiciTransport } from "@botdeck/b24-client";
import {
  connect,
  createAppInstalls,
  createAuthorizationRequests,
  createOAuthTokens,
  createPollerLocks,
  createPortals,
  createSecretBox,
  keepEvents,
  loadSenders,
  wakeRuntime,
} from "@botdeck/db";
import { appOf, createPortalClients } from "@botdeck/portal-clients";
import { armCrashPoint, createLogger } from "@botdeck/telemetry";
import { sql } from "drizzle-orm";

import { createAcceptAuthorization } from "./accept-authorization.ts";
import { buildApp } from "./app.ts";
import { keepFresh } from "./directory/keep-fresh.ts";
import { createSenderDirectory } from "./directory/sender-directory.ts";
import { createSnapshotFile } from "./directory/snapshot.ts";
import { loadEnv } from "./env.ts";
import { startFetchPoller } from "./fetch/fetch-poller.ts";
import { createIntake } from "./intake/create-intake.ts";
import { noCounts } from "./intake/intake-counts.ts";
import { createNotice } from "./intake/notice.ts";
import { tryOpenSpool } from "./intake/try-open-spool.ts";
import { MAX_CONNECTIONS } from "./server-limits.ts";
import { startBeat } from "./start-beat.ts";

/** How long a stopping gateway empties its spool; what is left is taken up by the next start, in milliseconds. */
const LAST_DRAIN_MS = 5_000;
/** The intake gives a statement up after 400 ms; the server cuts it a little later. */
const INTAKE_STATEMENT_MS = 2_000;

const env = loadEnv(process.env);
armCrashPoint(env.BOTDECK_CRASHPOINT);
const logger = createLogger({ name: "gateway", level: env.LOG_LEVEL });
const onReplaced = () => logger.warn("connections to Postgres had gone mute and are made anew");
const handle = connect(env.DATABASE_URL, { max: 10, applicationName: "botdeck-gateway", onReplaced });
// One statement at a time, and a second connection for the drainer.
const intakeHandle = connect(env.DATABASE_URL, {
  max: 3,
  applicationName: "botdeck-gateway-intake",
  statementTimeoutMs: INTAKE_STATEMENT_MS,
  deadlineMs: INTAKE_STATEMENT_MS + 500,
  onReplaced,
});
const noticeHandle = connect(env.DATABASE_URL, {
  max: 1,
  applicationName: "botdeck-gateway-notice",
  synchronousCommit: false,
  onReplaced,
});
const { db } = handle;
const box = createSecretBox(env.BOTDECK_SECRET_KEY);
const portals = createPortals(db, box);
const installs = createAppInstalls(db, box);
const transport = createUndiciTransport();
const bitrixApp = appOf(env);
const tokens = createOAuthTokens(db, box);
const clients = createPortalClients({ db, portals, tokens, transport, app: bitrixApp });
const requests = createAuthorizationRequests(db);
const acceptAuthorization = createAcceptAuthorization({ portals, tokens, requests, transport, app: bitrixApp });

const folder = env.GATEWAY_SPOOL_FOLDER;
const spool = await tryOpenSpool({ folder, maxBytes: env.GATEWAY_SPOOL_MAX_BYTES, logger });
const directory = createSenderDirectory({
  loadSenders: (memberId) => loadSenders(db, memberId),
  openToken: portals.applicationToken,
  snapshot: createSnapshotFile(folder, box),
  logger,
});
await directory.load();

const counts = noCounts();
const notice = createNotice(() => wakeRuntime(noticeHandle.db), logger);
const intake = createIntake({
  keepEvents: (events, source) => keepEvents(intakeHandle.db, events, { source }),
  spool,
  ping: () => intakeHandle.db.execute(sql`select 1`),
  onKept: notice,
  counts,
  logger,
});

let isStopping = false;
const server = buildApp({
  directory,
  intake,
  portals,
  installs,
  acceptAuthorization,
  health: () => {
    const database = intake.isDatabaseThere();
    const status = spool?.status() ?? null;
    const ok = directory.isLoaded() && (database || (status !== null && !status.isFull));
    return { ok, stopping: isStopping, database, spool: status, refused: counts.refused };
  },
  isStopping: () => isStopping,
  counts,
  logger,
  requestTimeoutMs: env.GATEWAY_REQUEST_TIMEOUT_MS,
});
server.server.maxConnections = MAX_CONNECTIONS;
await server.listen({ host: env.GATEWAY_HOST, port: env.GATEWAY_PORT });
const freshness = keepFresh(directory, { handle, logger });
const heartbeat = startBeat({ db, counts: () => ({ ...counts, spoolRecords: spool?.status().records ?? 0 }), logger });
const locks = createPollerLocks(env.DATABASE_URL);
const poller = startFetchPoller({ db, locks, portals, clients, logger });
logger.info({ port: env.GATEWAY_PORT }, "gateway is up");

async function shutDown(signal: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  logger.info({ signal }, "gateway stops");
  try {
    const polled = poller.stop();
    // Proxies see that `/health` fails and send elsewhere; what still comes is taken.
    await pause(env.GATEWAY_DRAIN_MS);
    await server.close();
    await heartbeat.stop();
    await polled;
    await freshness.stop();
    // What was accepted is on disk before the database goes.
    await intake.close(LAST_DRAIN_MS);
    await transport.close();
    await locks.close();
    await Promise.all([noticeHandle.close(), intakeHandle.close(), handle.close()]);
  } catch (error) {
    logger.error({ err: error }, "gateway did not stop cleanly");
    process.exitCode = 1;
  }
  process.exit();
}
process.once("SIGTERM", () => void shutDown("SIGTERM"));
process.once("SIGINT", () => void shutDown("SIGINT"));
// postgres.js has promises that nobody awaits; a lost connection must not end the intake.
process.on("unhandledRejection", (reason) => logger.error({ err: reason }, "unhandled rejection"));
