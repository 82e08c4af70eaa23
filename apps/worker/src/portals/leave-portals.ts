import { type B24Client, B24Error, createBotApi, handOver } from "@botdeck/b24-client";
import { AppError, messageOf } from "@botdeck/core";
import {
  type Bot,
  type DatabaseHandle,
  databaseNow,
  isSealedOtherwise,
  keepPortalCheck,
  openLineChatsOf,
  type Portal,
  type Portals,
  portalsAskedAbout,
} from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import type { PortalTurns } from "./portal-turns.ts";
import type { createTriedLately } from "./tried-lately.ts";

/** A client who wrote within these hours may still wait for an answer. */
const TALKING_HOURS = 24;
/** More than this a bot hardly talks to at once. */
const MOST_CHATS = 500;

type Deps = {
  db: DatabaseHandle["db"];
  portals: Portals;
  clients: PortalClients;
  tried: ReturnType<typeof createTriedLately>;
  inTurn: PortalTurns;
  logger: Logger;
};

/**
 * Takes the bots off portals that somebody has disconnected in the console, clients first: whom a bot talks to goes to the queue of
 * their line. A portal that is away is tried again; one that refuses keeps its bots, and the console says so.
 */
export async function leavePortals(deps: Deps): Promise<void> {
  for (const { portal } of await portalsAskedAbout(deps.db, "removed")) {
    if (!deps.tried.has(portal.id)) await deps.inTurn(portal.id, (now) => leavePortal(now, deps));
  }
}

async function leavePortal(portal: Portal, { db, portals, clients, tried, logger }: Deps): Promise<void> {
  // Somebody has it connected again.
  if (portal.state !== "removed") return;
  const begunAt = await databaseNow(db);
  try {
    for (const bot of await portals.botsOf(portal.id)) {
      if (bot.state === "active") await leave(portal, bot, { db, portals, client: clients.for(portal) });
    }
    await keepPortalCheck(db, portal.id, { begunAt, findings: [], problem: null });
    logger.info({ domain: portal.domain }, "bots are taken off a disconnected portal");
  } catch (error) {
    // Of what was sealed with another key a person has to know: no second try opens it.
    if (error instanceof AppError && error.isRetryable && !isSealedOtherwise(error)) {
      tried.failed(portal.id);
      logger.warn({ err: error, domain: portal.domain }, "bots could not be taken off yet; they are tried again");
      return;
    }
    await keepPortalCheck(db, portal.id, { begunAt, findings: [], problem: messageOf(error) });
    logger.warn({ err: error, domain: portal.domain }, "bots could not be taken off a disconnected portal");
  }
}

async function leave(
  { id: portalId }: Portal,
  bot: Bot,
  { db, portals, client }: Pick<Deps, "db" | "portals"> & { client: B24Client },
): Promise<void> {
  if (bot.bitrixBotId !== null) {
    const botToken = portals.botToken(bot);
    const caller = { botId: bot.bitrixBotId, ...(botToken !== null && { botToken }) };
    const of = { portalId, botId: bot.id, withinHours: TALKING_HOURS, limit: MOST_CHATS };
    for (const chatId of await openLineChatsOf(db, of)) {
      // A session that has ended has nobody to wait in it.
      await handOver(client, { ...caller, chatId }, { lane: "hand_over" }).catch(unlessRefused);
    }
    await createBotApi(client, bot.api).unregister(caller, { lane: "command" }).catch(unlessGone);
  }
  await portals.setBotState(bot.id, "removed", "The portal was disconnected in the console");
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof B24Error && error.code === "rejected")) throw error;
}

function unlessGone(error: unknown): void {
  if (!(error instanceof B24Error && /BOT_NOT_FOUND|BOT_ID_ERROR/.test(error.portalCode ?? ""))) throw error;
}
