import {
  createAuthorizationRequests,
  createEventTokens,
  createOAuthTokens,
  createPortals,
  type DatabaseHandle,
  type EffectToPut,
  markAbandoned,
  type Portal,
  type SecretBox,
} from "@botdeck/db";
import type { Transport } from "@botdeck/b24-client";
import { EFFECT_LANE } from "@botdeck/core";
import type { CallWay, KeptByPortal } from "@botdeck/crm";
import { type BitrixApp, createActAs, createPortalClients, type OnReauth } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import type { Carriers } from "../deliverer/carrier.ts";
import { createLeases } from "../deliverer/leases.ts";
import { partByPatience } from "../deliverer/part-by-patience.ts";
import { createPortalCarriers } from "../deliverer/portal-carriers.ts";
import { type Deliverer, startDeliverer } from "../deliverer/start-deliverer.ts";
import type { KnownRows } from "../known-rows.ts";
import type { Notices } from "../notices.ts";
import type { RulesOf } from "../notifications/portal-rules.ts";
import { askToAuthorize } from "../portals/ask-to-authorize.ts";
import { keepLooking } from "./keep-looking.ts";
import { wokenBy } from "./woken-by.ts";

/** As many calls as one batch takes: those of a fan-out leave together. */
const PATIENT_TOGETHER = 50;
/** A slow portal's batch does not hold another's. */
const PATIENT_PLACES = 2 * PATIENT_TOGETHER;

/** Delivers effects: REST calls always, workflow effects where Temporal is configured. */
export async function startDelivererRole(deps: {
  handle: DatabaseHandle;
  /** Whose commits do not wait for the disk. */
  quick: DatabaseHandle;
  box: SecretBox;
  known: KnownRows;
  transport: Transport;
  app: BitrixApp | null;
  workflowCarriers: Carriers;
  /** What telephony portals have, as this process knows it. */
  callWays: KeptByPortal<CallWay>;
  /** Whom the rules of portals name. */
  rules: Pick<RulesOf, "find">;
  concurrency: number;
  notices: Notices;
  logger: Logger;
}): Promise<Deliverer> {
  const { handle, quick, box, known, app, workflowCarriers, callWays, rules, concurrency, notices, logger } = deps;
  const { db } = handle;
  const portals = createPortals(db, box);
  const requests = createAuthorizationRequests(db, box);
  const onReauth: OnReauth = ({ portal, userId }) =>
    void askToAuthorize(portal, userId, { db, portals, requests, app, logger }).catch((error: unknown) =>
      logger.error({ err: error, portalId: portal.id }, "nobody could be asked to authorise the app again"),
    );
  const leases = createLeases();
  const transport: Transport = {
    send: (url, body, options) => deps.transport.send(url, body, { ...options, beforeLeaving: leases.cutLate }),
  };
  // Renewed ones are on disk before anyone uses them; a look-up must not outlast the lease.
  const tokens = { ...createOAuthTokens(db, box), get: createOAuthTokens(quick.db, box).get };
  // A budget that a crash of Postgres forgets is asked for again, and the portal's own answer corrects it.
  const clients = createPortalClients({ db: quick.db, portals, tokens, transport, app, onReauth });
  const eventTokens = createEventTokens(db, box);
  const actAs = createActAs({ db: quick.db, portals, tokens, eventTokens, transport, app, clients });
  const carriers = {
    ...createPortalCarriers({ db, known, portals, clients, actAs, onReauth, callWays, rules }),
    ...workflowCarriers,
  };
  const { prompt, patient } = partByPatience(carriers);
  const common = { db, leases, notices, askAhead, logger };
  // Of its own, so that a fan-out takes no place from what somebody waits for.
  const fanOut = startDeliverer({
    ...common,
    carriers: patient,
    concurrency: PATIENT_PLACES,
    together: PATIENT_TOGETHER,
  });
  const deliverer = startDeliverer({ ...common, carriers: prompt, concurrency });
  const reaper = keepLooking("outbox reaper", reap, logger);

  function askAhead({ portalId, effect }: EffectToPut): void {
    const lane = EFFECT_LANE[effect.kind];
    if (lane === null) return;
    const ask = (portal: Portal | null) => portal !== null && clients.for(portal).askAhead(lane);
    // Whoever carries it meets the same trouble, and tells of it.
    void known
      .portalById(portalId)
      .then(ask)
      .catch(() => {});
  }

  async function reap(): Promise<void> {
    const abandoned = await markAbandoned(db);
    if (abandoned === 0) return;
    logger.warn({ abandoned }, "effects are in doubt: their process stopped while it sent them");
    wake();
  }

  function wake(): void {
    deliverer.wake();
    fanOut.wake();
  }

  const stopBoth = async () => void (await Promise.all([deliverer.stop(), fanOut.stop()]));
  const role = await wokenBy(handle, "botdeck_outbox", { wake, stop: stopBoth });
  return {
    ...deliverer,
    wake,
    async stop() {
      await Promise.all([reaper.stop(), role.stop()]);
    },
  };
}
