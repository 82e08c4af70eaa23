import { createSaleWordsCache } from "@botdeck/crm";
import { createPortals, createTextOverrides, type DatabaseHandle, type SecretBox } from "@botdeck/db";
import type { AnyBot, Understood, Words } from "@botdeck/dialog";
import type { ActAs, PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import { createBotRegistry } from "../bots.ts";
import type { KnownRows } from "../known-rows.ts";
import type { RulesOf } from "../notifications/portal-rules.ts";
import { askForFlow } from "../portals/ask-for-flow.ts";
import type { RuntimeDeps } from "../runtime/deps.ts";
import type { BotServices } from "../services/bot-services.ts";
import type { ReportReader } from "../services/report-reader.ts";
import type { DirectoryOf } from "../services/directories.ts";
import type { OnCall } from "../services/on-call.ts";
import { createOwnerOf } from "../services/owner-of.ts";
import type { HrTeam } from "../services/hr-team.ts";
import type { PortalServices } from "../services/portal-services.ts";
import { createFlowActivities } from "../workflows/activities.ts";
import { createTicketPortal } from "../workflows/ticket/ticket-portal.ts";
import { createAbsencePortal } from "../services/absence-portal.ts";
import { currentActivity } from "./current-activity.ts";
import { currentWorkflowId } from "./current-workflow-id.ts";
import { createFlowBots } from "./flow-bots.ts";
import { createFlowPortal } from "./flow-portal.ts";
import { createFlowQueue } from "./flow-queue.ts";
import { createFlowVoice } from "./flow-voice.ts";
import { type Flows, runFlows } from "./run-flows.ts";

/** Runs workflows, and what they do outside. */
export function startFlows(deps: {
  handle: DatabaseHandle;
  quick: DatabaseHandle;
  box: SecretBox;
  known: KnownRows;
  definitions: readonly AnyBot[];
  understandingOf: (definition: AnyBot, portalId: string) => Promise<(words: Words) => Promise<Understood>>;
  clients: PortalClients;
  store: Pick<PortalServices, "catalogOf">;
  services: BotServices;
  actAs: ActAs;
  directoryOf: DirectoryOf;
  team: HrTeam;
  reader: ReportReader;
  rules: Pick<RulesOf, "find">;
  onCall: OnCall;
  permissionLink: RuntimeDeps["permissionLink"];
  temporal: { address: string; namespace: string; bundlePath?: string | undefined };
  logger: Logger;
}): Flows {
  const { handle, quick, box, known, definitions, understandingOf, clients, store, services, temporal, logger } = deps;
  const { actAs, directoryOf, team, reader, rules, onCall, permissionLink } = deps;
  const { db } = handle;
  const clientOf = (portalId: string) => clients.forPortal(portalId);
  const registry = createBotRegistry(definitions, {
    known,
    texts: createTextOverrides(quick.db),
    portalsIn: (tx) => createPortals(tx, box),
    understandingOf,
    logger,
  });
  const activities = createFlowActivities({
    voice: createFlowVoice(db, currentWorkflowId),
    queue: createFlowQueue({ db, currentWorkflowId }),
    bots: createFlowBots({ db, find: registry.find, servicesFor: services.of }),
    portal: createFlowPortal({ db, clients, currentWorkflowId }),
    catalogOf: ({ portalId }) => store.catalogOf(portalId),
    db,
    currentWorkflowId,
    currentActivity,
    directoryOf,
    team,
    portalById: known.portalById,
    actAs,
    reader,
    rules,
    onCall,
    box,
    ownerOf: createOwnerOf(clientOf),
    known,
    clientOf,
    saleWords: createSaleWordsCache(),
    absences: createAbsencePortal({ portalById: known.portalById, actAs, clientOf }),
    askForGrant: (lacking) => askForFlow(lacking, { db, permissionLink }),
    ticketPortal: createTicketPortal({ clients, directoryOf, portalById: known.portalById }),
  });
  return runFlows({ ...temporal, activities, logger });
}
