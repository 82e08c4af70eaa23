import {
  createAppInstalls,
  createOAuthTokens,
  createPollerLocks,
  createPortals,
  type DatabaseHandle,
  type SecretBox,
} from "@botdeck/db";
import type { Transport } from "@botdeck/b24-client";
import type { AnyBot } from "@botdeck/dialog";
import { type BitrixApp, createPortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import { readPortalRules } from "../notifications/portal-rules.ts";
import { applyNextInstall } from "../portals/apply-install.ts";
import { bindEventsOfPortals } from "../portals/bind-events.ts";
import { bringBotsInStep } from "../portals/bring-bots-in-step.ts";
import { connectAskedPortals } from "../portals/connect-asked-portals.ts";
import { createEventsInStep } from "../portals/events-in-step.ts";
import { leavePortals } from "../portals/leave-portals.ts";
import { createPortalLanes } from "../portals/portal-lanes.ts";
import { besideOthers, createPortalTurns } from "../portals/portal-turns.ts";
import { registerNewBots } from "../portals/register-new-bots.ts";
import { switchBots } from "../portals/switch-bots.ts";
import { createTriedLately } from "../portals/tried-lately.ts";
import { keepLooking } from "./keep-looking.ts";
import type { Role } from "./role.ts";

/** How soon a portal posts what a new rule wants to know, in milliseconds. */
const RULES_EVERY_MS = 3_000;
/** Portals whose wishes are seen to side by side; what hangs gives its place to others, and may hold a connection meanwhile. */
const WISHES = { places: 8, most: 32 };
/** Anybody may post an installation, and each asks the OAuth server once: few at a time. */
const INSTALLS = { places: 2, most: 16 };

/** Checks announced installations, does what people want done about portals and bots in the console, and sees to it that every portal has all the bots, with the commands that they have now. */
export function startInstalls(deps: {
  handle: DatabaseHandle;
  databaseUrl: string;
  box: SecretBox;
  transport: Transport;
  app: BitrixApp | null;
  trustedOAuthOrigins: readonly string[];
  /** Whether portals on this machine and in private networks are connected too. */
  takesPrivate: boolean;
  definitions: readonly AnyBot[];
  eventsUrl: string;
  logger: Logger;
}): Role {
  const { handle, databaseUrl, box, transport, app, logger, ...given } = deps;
  const { db } = handle;
  const portals = createPortals(db, box);
  const rest = { ...given, rulesOf: (portalId: string) => readPortalRules(portalId, { db, portals }) };
  const tokens = createOAuthTokens(db, box);
  const clients = createPortalClients({ db, portals, tokens, transport, app });
  const installs = createAppInstalls(db, box);
  const registering = lookThrough().catch((error: unknown) =>
    logger.warn({ err: error }, "portals could not be looked through for what their bots lack"),
  );
  let isStopping = false;
  const lanes = createPortalLanes({ ...WISHES, logger });
  const installing = createPortalLanes({ ...INSTALLS, logger });
  const checking = keepLooking(
    "installs",
    async () => {
      while (!isStopping) {
        const common = { installs, portals, tokens, clients, transport, app, logger };
        if (!(await applyNextInstall({ ...common, lanes: installing, ...rest }))) return;
      }
    },
    logger,
  );

  const locks = createPollerLocks(databaseUrl);
  const inTurn = besideOthers(createPortalTurns({ locks, portals }), lanes);
  const wished = { db, portals, clients, tried: createTriedLately(), inTurn, logger, ...rest };
  const wishing = keepLooking(
    "wishes of people about portals",
    async () => {
      await connectAskedPortals(wished);
      await leavePortals(wished);
      await switchBots(wished);
    },
    logger,
  );

  const inStep = createEventsInStep({ db, portals, clients, lanes, tried: createTriedLately(), logger, ...rest });
  const binding = keepLooking("events of rules", inStep, logger, RULES_EVERY_MS);

  async function lookThrough(): Promise<void> {
    await registerNewBots({ portals, clients, logger, ...rest });
    await bringBotsInStep({ portals, clients, logger, ...rest });
    await bindEventsOfPortals({ portals, clients, logger, ...rest });
  }

  return {
    async stop() {
      isStopping = true;
      // Looks that are under way begin nothing more: each portal that hangs would take its turn before they end.
      for (const each of [lanes, installing]) each.close();
      await Promise.all([checking.stop(), binding.stop(), wishing.stop(), registering]);
      await Promise.all([lanes.settled(), installing.settled()]);
      await locks.close();
    },
  };
}
