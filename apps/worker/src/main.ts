import { tmpdir } from "node:os";
import { join } from "node:path";

import { createFileTransport, createUndiciTransport } from "@botdeck/b24-client";
import { withOwnBots } from "@botdeck/bots/own-bots";
import { messageOf } from "@botdeck/core";
import { createCallWayCache } from "@botdeck/crm";
import {
  answersWithin,
  connect,
  createAuthorizationRequests,
  createEventTokens,
  createNluProviders,
  createNluUsage,
  createOAuthTokens,
  createOrderSources,
  createPortals,
  createSecretBox,
  livePhrases,
  untilReachable,
} from "@botdeck/db";
import { appOf, createActAs, createPortalClients } from "@botdeck/portal-clients";
import { armCrashPoint, createLogger } from "@botdeck/telemetry";
import { Client, Connection } from "@temporalio/client";
import { DefaultLogger, Runtime } from "@temporalio/worker";

import type { Deliverer } from "./deliverer/start-deliverer.ts";
import { createWorkflowCarriers } from "./deliverer/workflow-carriers.ts";
import { loadEnv } from "./env.ts";
import { buildHealth } from "./health.ts";
import { createKnownRows, keepKnown } from "./known-rows.ts";
import { createNotices } from "./notices.ts";
import { createPortalRules } from "./notifications/portal-rules.ts";
import { createClaimServices } from "./notifications/take/claim-services.ts";
import { authorizationLink } from "./portals/ask-to-authorize.ts";
import { warnOfPrivatePortals } from "./portals/warn-of-private-portals.ts";
import type { Role } from "./roles/role.ts";
import { startDelivererRole } from "./roles/start-deliverer-role.ts";
import { startInstalls } from "./roles/start-installs.ts";
import { startRecoveryRole } from "./roles/start-recovery-role.ts";
import { startRuntime } from "./roles/start-runtime.ts";
import { startUpkeepRole } from "./roles/start-upkeep-role.ts";
import { createBotServices } from "./services/bot-services.ts";
import { createOutside } from "./services/create-outside.ts";
import { createDirectories } from "./services/directories.ts";
import { createHelpdeskServices } from "./services/helpdesk-services.ts";
import { createHrServices } from "./services/hr-services.ts";
import { createHrTeam } from "./services/hr-team.ts";
import { createNotifyServices } from "./services/notify-services.ts";
import { createOnCall } from "./services/on-call.ts";
import { createOnCallServices } from "./services/on-call-services.ts";
import { createPortalServices } from "./services/portal-services.ts";
import { createPreferenceServices } from "./services/preference-services.ts";
import { createReportReader } from "./services/report-reader.ts";
import { createReportServices } from "./services/report-services.ts";
import { createServiceChatServices } from "./services/service-chat-services.ts";
import { createSalesServices } from "./services/sales-services.ts";
import type { Flows } from "./temporal/run-flows.ts";
import { startFlows } from "./temporal/start-flows.ts";
import { loadModels } from "./understanding/load-models.ts";
import { createPortalUnderstanding } from "./understanding/portal-understanding.ts";
import { createTaughtBots, startTaughtBots } from "./understanding/taught-bots.ts";
import { createTaughtModels } from "./understanding/taught-models.ts";
import { retentionDaysOf } from "./upkeep/retention-days-of.ts";

/** Events and deliveries hold one for a statement or a short transaction only, so few do for many at once. */
const WORK_CONNECTIONS = 10;
const QUICK_CONNECTIONS = 4;
const PATIENT_CONNECTIONS = 4;
/** A probe gives up sooner than a statement does, in milliseconds. */
const HEALTH_MS = 2_000;

/**
 * Who works under a lease must not spend it on a connection that was lost without a word: such a statement is given up while
 * there is time left, in milliseconds. One that handles an event may wait for a row that a person's word has locked; a claim, a
 * budget or a row to look up is a matter of milliseconds.
 */
const HANDLING = { statementTimeoutMs: 3_000, deadlineMs: 4_000 };
const QUICK = { statementTimeoutMs: 2_000, deadlineMs: 3_000 };

const env = loadEnv(process.env);
// No configuration: only a drill sets it.
armCrashPoint(process.env["BOTDECK_CRASHPOINT"]);
const retentionDays = retentionDaysOf(env);
const definitions = await withOwnBots(env.BOTDECK_BOTS);
const logger = createLogger({ name: "worker", level: env.LOG_LEVEL });
const plays = (role: (typeof env.WORKER_ROLES)[number]) => env.WORKER_ROLES.includes(role);

const onReplaced = () => logger.warn("connections to the database had gone mute and were made anew");

// The SDK handles signals by itself unless told not to; here one place decides the order of the shutdown.
Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger("WARN", ({ message, meta }) => logger.warn({ ...meta }, `Temporal: ${message}`)),
});

const handle = connect(env.DATABASE_URL, {
  max: WORK_CONNECTIONS,
  ...HANDLING,
  plansOnce: true,
  applicationName: "botdeck-worker",
  onReplaced,
});
// For what harms nothing when a crash of Postgres undoes it: claims of events, the end of those nobody wants, budgets, notices.
const quick = connect(env.DATABASE_URL, {
  max: QUICK_CONNECTIONS,
  ...QUICK,
  plansOnce: true,
  synchronousCommit: false,
  applicationName: "botdeck-worker-quick",
  onReplaced,
});
// For what holds no lease and may take its time: installations, recovery, retention. Opened when it is needed.
const patient = connect(env.DATABASE_URL, {
  max: PATIENT_CONNECTIONS,
  applicationName: "botdeck-worker-patient",
  onReplaced,
});
const notices = createNotices(quick.db, logger);
const box = createSecretBox(env.BOTDECK_SECRET_KEY);
const known = createKnownRows(createPortals(quick.db, box));
const transport = createUndiciTransport({ staysPublic: !env.B24_PRIVATE_PORTALS });
const files = createFileTransport();
const app = appOf(env);

// What bots and flows ask portals while somebody waits; effects leave through clients of the deliverer's own.
const portals = createPortals(quick.db, box);
const clients = createPortalClients({
  db: quick.db,
  portals,
  tokens: createOAuthTokens(handle.db, box),
  transport,
  app,
});
const store = createPortalServices({ db: quick.db, clients, orderSources: createOrderSources(quick.db, box) });
const eventTokens = createEventTokens(handle.db, box);
const actAs = createActAs({
  db: quick.db,
  portals,
  tokens: createOAuthTokens(handle.db, box),
  eventTokens,
  transport,
  app,
  clients,
});
const directoryOf = createDirectories(clients);
const requests = createAuthorizationRequests(handle.db, box);
const permissionLink = async (portalId: string, userId: string) => {
  const portal = await known.portalById(portalId);
  return portal === null ? null : await authorizationLink(portal, userId, { app, requests });
};
const clientOf = (portalId: string) => clients.forPortal(portalId);
const callWays = createCallWayCache();
const rules = createPortalRules({ db: quick.db, portals });
const timeZoneOf = async (portalId: string) => (await rules.find(portalId)).settings.timeZone;
const onCall = createOnCall({ db: quick.db, timeZoneOf });
const notifying = { rules, onCall: onCall.named, now: () => new Date() };
const asking = { actAs, portalById: known.portalById };
const team = createHrTeam({ db: handle.db, directoryOf, clientOf });
const reader = createReportReader({ directoryOf, clientOf });
const services = createBotServices({
  store,
  sales: createSalesServices({ ...asking, clientOf, callWays }),
  helpdesk: createHelpdeskServices({ db: handle.db, directoryOf }),
  hr: createHrServices({ ...asking, db: handle.db, directoryOf, team }),
  report: createReportServices({ ...asking, db: handle.db, directoryOf, reader }),
  notify: createNotifyServices({
    claims: createClaimServices({ db: handle.db, rules }),
    onCall: createOnCallServices({ ...asking, db: handle.db, onCall, directoryOf, now: notifying.now }),
    preferences: createPreferenceServices({ db: handle.db, directoryOf }),
    chats: createServiceChatServices({ db: handle.db, directoryOf, clientOf }),
  }),
});
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
const { understandingOf } = understanding;
const outside = createOutside({ ...asking, db: handle.db, known, portals, clients, files, services, directoryOf });

// Lazy: the server may come later, or not at all. Without interceptors the client does not retry by itself: while Temporal
// is away each try would last 20 s, and a few waiting flows would hold every place that replies leave through.
const temporal =
  env.TEMPORAL_ADDRESS === undefined ? null : Connection.lazy({ address: env.TEMPORAL_ADDRESS, interceptors: [] });
const workflowCarriers =
  temporal === null
    ? {}
    : createWorkflowCarriers(new Client({ connection: temporal, namespace: env.TEMPORAL_NAMESPACE }), handle.db);

if (plays("runtime")) {
  await loadModels(definitions, modelFolder, logger);
}
await untilReachable(handle, (error) => logger.warn({ err: error }, "the database is away: the worker waits for it"));
if (!env.B24_PRIVATE_PORTALS) {
  await warnOfPrivatePortals(portals, logger).catch((error: unknown) =>
    logger.warn({ err: error }, "where the portals lie could not be read"),
  );
}
if (plays("deliverer") || plays("runtime")) {
  const forget = () => {
    known.forget();
    rules.forget();
    understanding.forget();
  };
  await keepKnown({ forget }, handle);
}
const roles: Role[] = [];
if (plays("runtime") || plays("flows")) {
  // Whoever writes first after a start is answered by what was published.
  await taught.look().catch((error: unknown) => logger.warn({ err: error }, "what bots were taught could not be read"));
  roles.push(await startTaughtBots({ handle: patient, taught, logger }));
}
let flows: Flows | null = null;
let deliverer: Deliverer | null = null;
if (plays("deliverer")) {
  const concurrency = env.WORKER_DELIVERER_CONCURRENCY;
  const common = { handle, quick, box, known, notices, logger };
  deliverer = await startDelivererRole({ ...common, transport, app, workflowCarriers, callWays, rules, concurrency });
}
if (plays("runtime")) {
  const concurrency = env.WORKER_RUNTIME_CONCURRENCY;
  const asked = { definitions, outside, notifying, permissionLink, understandingOf };
  roles.push(await startRuntime({ handle, quick, box, known, ...asked, concurrency, deliverer, notices, logger }));
}
if (plays("installs")) {
  const eventsUrl = new URL("/bitrix/events", env.GATEWAY_PUBLIC_URL).href;
  const { B24_OAUTH_SERVERS: trustedOAuthOrigins, B24_PRIVATE_PORTALS: takesPrivate } = env;
  roles.push(
    startInstalls({
      handle: patient,
      databaseUrl: env.DATABASE_URL,
      box,
      transport,
      app,
      trustedOAuthOrigins,
      takesPrivate,
      definitions,
      eventsUrl,
      logger,
    }),
  );
}
if (plays("recovery")) {
  const { DATABASE_URL: databaseUrl, WORKER_LATE_ANSWER_HOURS: lateAnswerHours, WORKER_PORTAL_RECORDS: records } = env;
  const settings = { databaseUrl, lateAnswerHours, records };
  roles.push(startRecoveryRole({ handle: patient, box, transport, app, definitions, settings, logger }));
}
if (plays("upkeep")) {
  const settings = {
    databaseUrl: env.DATABASE_URL,
    eventsUrl: new URL("/bitrix/events", env.GATEWAY_PUBLIC_URL).href,
    retentionDays,
    settleVisitsAfterHours: env.WORKER_SETTLE_VISITS_HOURS,
    runsWorkflows: env.TEMPORAL_ADDRESS !== undefined,
  };
  const asked = { known, portals, clients, definitions, rules, onCall, directoryOf, clientOf };
  roles.push(startUpkeepRole({ handle: patient, box, transport, app, ...asked, settings, logger }));
}
if (plays("flows") && env.TEMPORAL_ADDRESS !== undefined) {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, WORKER_WORKFLOW_BUNDLE: bundlePath } = env;
  const temporalAt = { address, namespace, bundlePath };
  flows = startFlows({
    handle,
    quick,
    box,
    known,
    definitions,
    understandingOf,
    clients,
    store,
    services,
    actAs,
    directoryOf,
    team,
    reader,
    rules,
    onCall,
    permissionLink,
    temporal: temporalAt,
    logger,
  });
}

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
    await Promise.all([handle.close(), quick.close(), patient.close()]);
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
