import { tmpdir } from "node:os";
import { join } from "node:path";

import { createFileTransport, createUndiciTransport } from "@botdeck/b24-client";
import { withOwnBots } from "@botdeck/bots/own-bots";
import { messageOf } from "@botdeck/core";
import {
  answersWithin,
  createNluProviders,
  createNluUsage,
  createPortals,
  createSecretBox,
  livePhrases,
  untilReachable,
} from "@botdeck/db";
import { appOf } from "@botdeck/portal-clients";
import { armCrashPoint, createLogger } from "@botdeck/telemetry";
import { Client, Connection } from "@temporalio/client";
import { DefaultLogger, Runtime } from "@temporalio/worker";

import { createWorkflowCarriers } from "./deliverer/workflow-carriers.ts";
import { loadEnv } from "./env.ts";
import { buildHealth } from "./health.ts";
import { createKnownRows } from "./known-rows.ts";
import { createNotices } from "./notices.ts";
import { openDatabases } from "./open-databases.ts";
import { warnOfPrivatePortals } from "./portals/warn-of-private-portals.ts";
import { startRoles } from "./roles/start-roles.ts";
import { composeServices } from "./services/compose-services.ts";
import { loadModels } from "./understanding/load-models.ts";
import { createPortalUnderstanding } from "./understanding/portal-understanding.ts";
import { createTaughtBots } from "./understanding/taught-bots.ts";
import { createTaughtModels } from "./understanding/taught-models.ts";
import { retentionDaysOf } from "./upkeep/retention-days-of.ts";

/** A probe gives up sooner than a statement does, in milliseconds. */
const HEALTH_MS = 2_000;

const env = loadEnv(process.env);
// No configuration: only a drill sets it.
armCrashPoint(process.env["BOTDECK_CRASHPOINT"]);
const retentionDays = retentionDaysOf(env);
const definitions = await withOwnBots(env.BOTDECK_BOTS);
const logger = createLogger({ name: "worker", level: env.LOG_LEVEL });

// The SDK handles signals by itself unless told not to; here one place decides the order of the shutdown.
Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger("WARN", ({ message, meta }) => logger.warn({ ...meta }, `Temporal: ${message}`)),
});

const databases = openDatabases(env.DATABASE_URL, logger);
const { handle, quick, patient } = databases;
const notices = createNotices(quick.db, logger);
const box = createSecretBox(env.BOTDECK_SECRET_KEY);
const known = createKnownRows(createPortals(quick.db, box));
const transport = createUndiciTransport({ staysPublic: !env.B24_PRIVATE_PORTALS });
const files = createFileTransport();
const app = appOf(env);

const asked = composeServices({ databases, box, known, transport, files, app });
const modelFolder = env.WORKER_MODEL_FOLDER ?? join(tmpdir(), "botdeck-models");
const taught = createTaughtBots({
  definitions,
  readPhrases: () => livePhrases(patient.db),
  ...createTaughtModels(modelFolder, logger),
  logger,
});
const understanding = createPortalUnderstanding({
  providers: createNluProviders(quick.db, box),
  usage: createNluUsage(quick.db),
  intentsOf: taught.intentsOf,
  logger,
});

// Lazy: the server may come later, or not at all. Without interceptors the client does not retry by itself: while Temporal
// is away each try would last 20 s, and a few waiting flows would hold every place that replies leave through.
const temporal =
  env.TEMPORAL_ADDRESS === undefined ? null : Connection.lazy({ address: env.TEMPORAL_ADDRESS, interceptors: [] });
const workflowCarriers =
  temporal === null
    ? {}
    : createWorkflowCarriers(new Client({ connection: temporal, namespace: env.TEMPORAL_NAMESPACE }), handle.db);

if (env.WORKER_ROLES.includes("runtime")) {
  await loadModels(definitions, modelFolder, logger);
}
await untilReachable(handle, (error) => logger.warn({ err: error }, "the database is away: the worker waits for it"));
if (!env.B24_PRIVATE_PORTALS) {
  await warnOfPrivatePortals(asked.portals, logger).catch((error: unknown) =>
    logger.warn({ err: error }, "where the portals lie could not be read"),
  );
}
const { deliverer, flows, roles } = await startRoles({
  env,
  databases,
  box,
  known,
  transport,
  app,
  asked,
  definitions,
  taught,
  understanding,
  workflowCarriers,
  retentionDays,
  notices,
  logger,
});

const health = buildHealth({
  isDatabaseThere: () => answersWithin(handle, HEALTH_MS),
  describe: () => ({ flows: flows === null ? "off" : flows.isReady() ? "ready" : "waiting" }),
});
await health.listen({ host: env.WORKER_HOST, port: env.WORKER_HEALTH_PORT });
logger.info({ roles: env.WORKER_ROLES }, "worker is up");

let stopping = false;
async function shutDown(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, "worker stops");
  try {
    // What is handled to the end may still decide something: it is delivered, or left to others, before the flows go.
    await Promise.all(roles.map((role) => role.stop()));
    await deliverer?.stop();
    await flows?.stop();
    await notices.flushed();
    await health.close();
    await temporal?.close();
    await Promise.all([transport.close(), files.close()]);
    await databases.close();
  } catch (error) {
    logger.error({ err: error }, "worker did not stop cleanly");
    process.exitCode = 1;
  }
  process.exit();
}
process.once("SIGTERM", () => void shutDown("SIGTERM"));
process.once("SIGINT", () => void shutDown("SIGINT"));
// A rejection nobody awaited must neither go unseen nor end the process while it holds work (postgres.js has one such spot).
process.on("unhandledRejection", (reason) =>
  logger.error({ err: reason }, `unhandled rejection: ${messageOf(reason)}`),
);
