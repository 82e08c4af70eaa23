import type { Transport } from "@botdeck/b24-client";
import type { RetentionDays, SecretBox } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { BitrixApp } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import type { Carriers } from "../deliverer/carrier.ts";
import type { Deliverer } from "../deliverer/start-deliverer.ts";
import type { WorkerEnv } from "../env.ts";
import { keepKnown, type KnownRows } from "../known-rows.ts";
import type { Notices } from "../notices.ts";
import type { Databases } from "../open-databases.ts";
import type { WorkerServices } from "../services/compose-services.ts";
import type { Flows } from "../temporal/run-flows.ts";
import { startFlows } from "../temporal/start-flows.ts";
import type { PortalUnderstanding } from "../understanding/portal-understanding.ts";
import { startTaughtBots, type TaughtBots } from "../understanding/taught-bots.ts";
import type { Role } from "./role.ts";
import { startDelivererRole } from "./start-deliverer-role.ts";
import { startInstalls } from "./start-installs.ts";
import { startRecoveryRole } from "./start-recovery-role.ts";
import { startRuntime } from "./start-runtime.ts";
import { startUpkeepRole } from "./start-upkeep-role.ts";

type Deps = {
  env: WorkerEnv;
  databases: Pick<Databases, "handle" | "quick" | "patient">;
  box: SecretBox;
  known: KnownRows;
  transport: Transport;
  app: BitrixApp | null;
  asked: WorkerServices;
  definitions: readonly AnyBot[];
  taught: TaughtBots;
  understanding: PortalUnderstanding;
  /** None without a Temporal server. */
  workflowCarriers: Carriers;
  retentionDays: RetentionDays;
  notices: Notices;
  logger: Logger;
};

/** Starts the roles that the environment names, the deliverer before whoever hands effects to it. */
export async function startRoles(
  deps: Deps,
): Promise<{ deliverer: Deliverer | null; flows: Flows | null; roles: Role[] }> {
  const { env, box, known, transport, app, definitions, taught, understanding } = deps;
  const { workflowCarriers, retentionDays, notices, logger } = deps;
  const { handle, quick, patient } = deps.databases;
  const { portals, clients, clientOf, store, services, outside, actAs, directoryOf } = deps.asked;
  const { team, reader, rules, onCall, notifying, callWays, permissionLink } = deps.asked;
  const { understandingOf } = understanding;
  const plays = (role: WorkerEnv["WORKER_ROLES"][number]) => env.WORKER_ROLES.includes(role);
  const eventsUrl = new URL("/bitrix/events", env.GATEWAY_PUBLIC_URL).href;

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
    await taught
      .look()
      .catch((error: unknown) => logger.warn({ err: error }, "what bots were taught could not be read"));
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
    const {
      DATABASE_URL: databaseUrl,
      WORKER_LATE_ANSWER_HOURS: lateAnswerHours,
      WORKER_PORTAL_RECORDS: records,
    } = env;
    const settings = { databaseUrl, lateAnswerHours, records };
    roles.push(startRecoveryRole({ handle: patient, box, transport, app, definitions, settings, logger }));
  }
  if (plays("upkeep")) {
    const settings = {
      databaseUrl: env.DATABASE_URL,
      eventsUrl,
      retentionDays,
      settleVisitsAfterHours: env.WORKER_SETTLE_VISITS_HOURS,
      runsWorkflows: env.TEMPORAL_ADDRESS !== undefined,
    };
    const asked = { known, portals, clients, definitions, rules, onCall, directoryOf, clientOf };
    roles.push(startUpkeepRole({ handle: patient, box, transport, app, ...asked, settings, logger }));
  }
  if (plays("flows") && env.TEMPORAL_ADDRESS !== undefined) {
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, WORKER_WORKFLOW_BUNDLE: bundlePath } = env;
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
      temporal: { address, namespace, bundlePath },
      logger,
    });
  }
  return { deliverer, flows, roles };
}
