import type { B24Client, Transport } from "@botdeck/b24-client";
import { createOAuthTokens, createPortals, type DatabaseHandle, type Portals, type SecretBox } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { BitrixApp, PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import type { KnownRows } from "../known-rows.ts";
import { type createPortalRules, readPortalRules } from "../notifications/portal-rules.ts";
import type { DirectoryOf } from "../services/directories.ts";
import type { OnCall } from "../services/on-call.ts";
import { startAlertCards } from "../upkeep/alerts/start-alert-cards.ts";
import { startBulkJobs } from "../upkeep/bulk-jobs.ts";
import { startDueNotifications } from "../upkeep/due-notifications.ts";
import { startDueSchedules } from "../upkeep/due-schedules.ts";
import { startFigures } from "../upkeep/figures.ts";
import { startIntakeCounts } from "../upkeep/intake-counts.ts";
import { startPortalChecks } from "../upkeep/portal-checks/start-portal-checks.ts";
import { startRecordScans } from "../upkeep/record-scans.ts";
import { renewIdleGrants } from "../upkeep/renew-idle-grants.ts";
import type { retentionDaysOf } from "../upkeep/retention-days-of.ts";
import { startRotaHandOvers } from "../upkeep/rota-hand-overs.ts";
import { startServiceChats } from "../upkeep/service-chats.ts";
import { startTrainingExamples } from "../upkeep/training-examples.ts";
import { startTrainingRuns } from "../upkeep/training-runs.ts";
import { startUpkeep } from "../upkeep/start-upkeep.ts";
import { startWorkdays } from "../upkeep/workdays.ts";
import type { Role } from "./role.ts";

type Deps = {
  handle: DatabaseHandle;
  box: SecretBox;
  transport: Transport;
  app: BitrixApp | null;
  known: KnownRows;
  portals: Portals;
  clients: PortalClients;
  definitions: readonly AnyBot[];
  rules: ReturnType<typeof createPortalRules>;
  onCall: OnCall;
  directoryOf: DirectoryOf;
  clientOf: (portalId: string) => Promise<B24Client>;
  settings: {
    databaseUrl: string;
    /** Where portals send the events of bots. */
    eventsUrl: string;
    retentionDays: ReturnType<typeof retentionDaysOf>;
    settleVisitsAfterHours: number;
    /** Where nothing runs workflows their starts would only heap up. */
    runsWorkflows: boolean;
  };
  logger: Logger;
};

/** Everything that is due by the clock and that nobody waits for. */
export function startUpkeepRole(deps: Deps): Role {
  const { handle, box, transport, app, known, portals, clients, definitions, rules, onCall, logger } = deps;
  const { directoryOf, clientOf, settings } = deps;
  const { databaseUrl, eventsUrl, retentionDays: days, settleVisitsAfterHours } = settings;
  const { db } = handle;
  const granted = { portals: createPortals(db, box), tokens: createOAuthTokens(db, box) };
  const renewGrants = (now: Date) => renewIdleGrants(now, { ...granted, transport, app, logger });
  const rulesOf = (portalId: string) => readPortalRules(portalId, { db, portals });
  const parts = [
    startUpkeep({ handle, databaseUrl, days, settleVisitsAfterHours, renewGrants, logger }),
    startPortalChecks({ handle, databaseUrl, db, portals, clients, definitions, logger, eventsUrl, rulesOf }),
    startDueSchedules({ handle, logger }),
    startFigures({ db, logger }),
    startTrainingExamples({ db, definitions, logger }),
    startTrainingRuns({ db, definitions, logger }),
    startBulkJobs({ db, logger }),
    startIntakeCounts({ db, logger }),
    startAlertCards({ handle, rules, logger }),
    startRotaHandOvers({ db, onCall, directoryOf, rules, logger }),
    startDueNotifications({ db, known, rules, logger }),
    startServiceChats({ db, known, rules, portals, directoryOf, clientOf, logger }),
    startWorkdays({ db, clientOf, logger }),
    ...(settings.runsWorkflows ? [startRecordScans({ db, rules, logger })] : []),
  ];
  return { stop: async () => void (await Promise.all(parts.map((part) => part.stop()))) };
}
