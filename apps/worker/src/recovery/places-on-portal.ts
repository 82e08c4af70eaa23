import { type B24Client, readSession, type SessionHistory } from "@botdeck/b24-client";
import { type Bot, databaseNow, dialogsOfBot, type Outage, type Portal } from "@botdeck/db";

import { changePlaces } from "./change-places.ts";
import { dialogPlace } from "./look-through-dialog.ts";
import type { Window } from "./missed-events-of.ts";
import { newSessionsPlace } from "./new-sessions.ts";
import { type BotOnPortal, type Place, type PortalView } from "./place.ts";
import type { RecoveryDeps } from "./recovery-deps.ts";
import type { BotWithDialogs } from "./session-numbers.ts";

/** Dialogs of a bot that are compared; a deployment with more of them reads for hours what nobody wrote in. */
const MOST_DIALOGS = 500;
/** What was kept so shortly before the outage may have been overtaken on its way, in milliseconds. */
const KNOWN_FOR_SURE_MS = 60_000;
/** Beyond begin and end of the outage that much is looked through as well, in milliseconds: a portal tells whole seconds. */
const MARGIN_MS = 10_000;

/**
 * What has to be looked through on a portal after an outage. Bots in fetch mode need nothing: the portal keeps their
 * events until the poller acknowledges them.
 *
 * @throws B24Error when the portal cannot be asked at all.
 */
export async function placesOnPortal(portal: Portal, outage: Outage, deps: RecoveryDeps): Promise<Place[]> {
  const view = await openView(portal, outage, deps);
  const known = await webhookBots(view, outage, deps);
  const onLines = known.filter(({ bot }) => deps.lineBots.has(bot.code));
  const dialogs = known.flatMap(({ bot, dialogs: all }) => all.map((dialog) => dialogPlace(view, bot, dialog)));
  return [
    ...(onLines.length > 0 ? [newSessionsPlace(view, onLines)] : []),
    ...dialogs,
    ...known.filter(({ dialogs: all }) => all.length === MOST_DIALOGS).map(({ bot }) => olderDialogsPlace(portal, bot)),
    ...known.filter(({ bot }) => !deps.lineBots.has(bot.code)).map(({ bot }) => firstWordsPlace(portal, bot)),
    ...(await changePlaces(view, outage, deps)),
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

/** Says what nobody can look for, so that nobody takes it for looked through. */
function firstWordsPlace({ domain }: Portal, { code }: BotOnPortal): Place {
  return { where: `${domain} ${code} new private dialogs`, limit: "first_words", look: async () => null };
}

/** Says that there are more. In open lines nothing is lost by it: whoever comes back after a while begins a new session. */
function olderDialogsPlace({ domain }: Portal, { code }: BotOnPortal): Place {
  const problem = `Of its dialogs the ${MOST_DIALOGS} latest were looked through`;
  return { where: `${domain} ${code} older dialogs`, look: async () => problem };
}

/** The outage by the portal's clock, which may go differently from the database's. */
async function windowOf(outage: Outage, client: B24Client, { db, calls }: RecoveryDeps): Promise<Window> {
  const now = new Date(await client.call("server.time", {}, calls));
  const aheadMs = now.getTime() - (await databaseNow(db)).getTime();
  const shifted = (date: Date, byMs: number) => new Date(date.getTime() + aheadMs + byMs);
  const endedAt = outage.endedAt ?? outage.beganAt;
  return { from: shifted(outage.beganAt, -MARGIN_MS), to: shifted(endedAt, MARGIN_MS), now };
}

/** What was connected only afterwards missed nothing. Both are told by the database's clock. */
export function wasThere({ createdAt }: { createdAt: Date }, { endedAt }: Outage): boolean {
  return endedAt === null || createdAt <= endedAt;
}

async function webhookBots(
  { portal, window }: PortalView,
  outage: Outage,
  deps: RecoveryDeps,
): Promise<BotWithDialogs[]> {
  const { db, portals } = deps;
  const bots = (await portals.botsOf(portal.id)).filter(
    (bot) => bot.eventMode === "webhook" && bot.state === "active" && bot.bitrixBotId !== null && wasThere(bot, outage),
  );
  // By the portal's clock, as the times of messages are.
  const before = new Date(window.from.getTime() - KNOWN_FOR_SURE_MS);
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
