import { type B24Client, type CallOptions, queueOffline, readSession, type SessionHistory } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import {
  type Bot,
  databaseNow,
  type DatabaseHandle,
  dialogsOfBot,
  type Outage,
  type Portal,
  type Portals,
} from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";

import { findChangedRecords } from "./changed-records.ts";
import { dialogPlace } from "./look-through-dialog.ts";
import type { Window } from "./missed-events-of.ts";
import { type BotWithDialogs, newSessionsPlace } from "./new-sessions.ts";
import { drainOfflineEvents } from "./offline-events.ts";
import { type BotOnPortal, type Place, type PortalView } from "./place.ts";
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
  /** Codes of the bots that talk to clients in open lines. */
  lineBots: ReadonlySet<string>;
  /** Whose changes are looked for. */
  records: readonly PortalRecord[];
  /** An older question is written down, but not answered any more, in milliseconds. */
  answerWithinMs: number;
  calls: CallOptions;
  /** Nothing is to change, on the portals either. */
  isDryRun?: boolean;
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
  const onLines = known.filter(({ bot }) => deps.lineBots.has(bot.code));
  const dialogs = known.flatMap(({ bot, dialogs: all }) => all.map((dialog) => dialogPlace(view, bot, dialog)));
  return [
    ...(onLines.length > 0 ? [newSessionsPlace(view, onLines)] : []),
    ...dialogs,
    ...(await changePlaces(view, deps)),
  ];
}

async function openView(portal: Portal, outage: Outage, deps: RecoveryDeps): Promise<PortalView> {
  const { db, clients, answerWithinMs, calls } = deps;
  const client = clients.for(portal);
  const { ID: userId } = await client.call("profile", {}, calls);
  const window = await windowOf(outage, client, deps);
  const clientOf = (id: string) => clients.forUser(portal, id);
  const read = new Map<string, Promise<SessionHistory | null>>();
  const latestSession = (chatId: string) => {
    const reading = read.get(chatId) ?? readSession(client, { chatId }, calls);
    read.set(chatId, reading);
    return reading;
  };
  return { db, portal, client, clientOf, userId, window, answerWithinMs, latestSession, calls };
}

/** The outage by the portal's clock, which may go differently from the database's. */
async function windowOf(outage: Outage, client: B24Client, { db, calls }: RecoveryDeps): Promise<Window> {
  const now = new Date(await client.call("server.time", {}, calls));
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
async function changePlaces(view: PortalView, { records, isDryRun = false }: RecoveryDeps): Promise<Place[]> {
  const { client, portal, calls } = view;
  const scopes = new Set(await client.call("scope", {}, calls));
  const seen = records.filter((record) => scopes.has(RECORD_FACTS[record].scope));
  if (seen.length === 0) return [];
  // To read a queue is to change it, so a dry run looks by date everywhere.
  if (portal.auth === "oauth" && !isDryRun && (await wasQueued(view, seen))) return [queuePlace(view)];
  return seen.map((record) => ({
    where: `${portal.domain} ${RECORD_FACTS[record].plural}`,
    async look(keep) {
      await findChangedRecords(view, record, keep);
      return null;
    },
  }));
}

function queuePlace({ client, portal, calls }: PortalView): Place {
  return {
    where: `${portal.domain} queue of changes`,
    async look(keep) {
      await drainOfflineEvents({ client, portalId: portal.id, calls }, keep);
      return null;
    },
  };
}

/** False when the portal begins only now to queue changes, or may not: only an administrator's token has a queue. */
async function wasQueued({ client, calls }: PortalView, records: readonly PortalRecord[]): Promise<boolean> {
  try {
    return (await queueOffline(client, offlineEventsOf(records), calls)).length === 0;
  } catch (error) {
    if (error instanceof AppError && ["forbidden", "rejected", "unauthorized"].includes(error.code)) return false;
    throw error;
  }
}
