import { type B24Client, queueOffline } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { type Bot, databaseNow, type DatabaseHandle, dialogsOfBot, type Outage, type Portal, type Portals } from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";

import { findChangedRecords } from "./changed-records.ts";
import { dialogPlace } from "./look-through-dialog.ts";
import type { Window } from "./missed-events-of.ts";
import { type BotWithDialogs, newSessionsPlace } from "./new-sessions.ts";
import { drainOfflineEvents } from "./offline-events.ts";
import { type BotOnPortal, type Place, type PortalView, UNHURRIED } from "./place.ts";
import { offlineEventsOf, type PortalRecord, RECORD_FACTS } from "./portal-changes.ts";

/** Dialogs of a bot that are compared; a deployment with more of them reads for hours what nobody wrote in. */
const MOST_DIALOGS = 500;
/** What was kept so shortly before the outage may have been overtaken on its way, in milliseconds. */
const KNOWN_FOR_SURE_MS = 60_000;
/** Beyond begin and end of the outage that much is looked through as well, in milliseconds: a portal tells whole seconds. */
const MARGIN_MS = 10_000;

export type RecoveryDeps = {
  db: DatabaseHandle["db"];
  portals: Portals;
  clients: PortalClients;
  records: readonly PortalRecord[];
  answerWithinMs: number;
};

/**
 * What has to be looked through on a portal after an outage. Bots in fetch mode need nothing: the portal keeps their
 * events until the poller acknowledges them.
 *
 * @throws B24Error when the portal cannot be asked at all.
 */
export async function placesOnPortal(portal: Portal, outage: Outage, deps: RecoveryDeps): Promise<Place[]> {
  const view = await openView(portal, outage, deps);
  const known = await webhookBots(portal, outage, deps);
  const hasLines = known.some(({ dialogs }) => dialogs.some(({ dialog }) => dialog.type === "open_line"));
  const dialogs = known.flatMap(({ bot, dialogs: all }) => all.map((dialog) => dialogPlace(view, bot, dialog)));
  return [...(hasLines ? [newSessionsPlace(view, known)] : []), ...dialogs, ...(await changePlaces(view, deps))];
}

async function openView(portal: Portal, outage: Outage, deps: RecoveryDeps): Promise<PortalView> {
  const { db, clients, answerWithinMs } = deps;
  const client = clients.for(portal);
  const { ID: userId } = await client.call("profile", {}, UNHURRIED);
  const window = await windowOf(outage, client, db);
  return { db, portal, client, clientOf: (id) => clients.forUser(portal, id), userId, window, answerWithinMs };
}

/** The outage by the portal's clock, which may go differently from the database's. */
async function windowOf(outage: Outage, client: B24Client, db: DatabaseHandle["db"]): Promise<Window> {
  const now = new Date(await client.call("server.time", {}, UNHURRIED));
  const aheadMs = now.getTime() - (await databaseNow(db)).getTime();
  const shifted = (date: Date, byMs: number) => new Date(date.getTime() + aheadMs + byMs);
  const endedAt = outage.endedAt ?? outage.beganAt;
  return { from: shifted(outage.beganAt, -MARGIN_MS), to: shifted(endedAt, MARGIN_MS), now };
}

async function webhookBots(portal: Portal, outage: Outage, deps: RecoveryDeps): Promise<BotWithDialogs[]> {
  const { db, portals } = deps;
  const bots = (await portals.botsOf(portal.id)).filter(
    ({ eventMode, state, bitrixBotId }) => eventMode === "webhook" && state === "active" && bitrixBotId !== null,
  );
  const before = new Date(outage.beganAt.getTime() - KNOWN_FOR_SURE_MS);
  return Promise.all(
    bots.map(async (row) => ({
      bot: botOnPortal(row),
      dialogs: await dialogsOfBot(db, row.id, { before, limit: MOST_DIALOGS }),
    })),
  );
}

function botOnPortal({ id: botId, portalId, bitrixBotId, api, commandIds, code }: Bot): BotOnPortal {
  return { botId, portalId, bitrixBotId: bitrixBotId ?? "", api, commandIds, code };
}

/** CRM and tasks: by the portal's queue where it has one for us, else by date; only what the app or the webhook may see. */
async function changePlaces(view: PortalView, { records }: RecoveryDeps): Promise<Place[]> {
  const { client, portal } = view;
  const scopes = new Set(await client.call("scope", {}, UNHURRIED));
  const seen = records.filter((record) => scopes.has(RECORD_FACTS[record].scope));
  if (seen.length === 0) return [];
  if (portal.auth === "oauth" && (await hasQueue(client, seen))) {
    const where = `${portal.domain} changes of records`;
    return [{ where, look: async (keep) => void (await drainOfflineEvents(client, portal.id, keep)) ?? null }];
  }
  return seen.map((record) => ({
    where: `${portal.domain} ${record}s`,
    look: async (keep) => void (await findChangedRecords(view, record, keep)) ?? null,
  }));
}

/** False when the app may not have a queue, which only an administrator's token gives it. */
async function hasQueue(client: B24Client, records: readonly PortalRecord[]): Promise<boolean> {
  try {
    await queueOffline(client, offlineEventsOf(records), UNHURRIED);
    return true;
  } catch (error) {
    if (error instanceof AppError && ["forbidden", "rejected", "unauthorized"].includes(error.code)) return false;
    throw error;
  }
}
