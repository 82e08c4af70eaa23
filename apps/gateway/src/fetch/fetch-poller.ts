import { AppError, pauseFor } from "@botdeck/core";
import { type DatabaseHandle, type PollerLocks, type Portals, wakeRuntime } from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import { nextDelayMs, type PollResult } from "./next-delay.ts";
import { pollOnce } from "./poll-once.ts";

/** How often newly connected bots are looked for, in milliseconds. */
const DISCOVERY_MS = 3_000;

type Deps = {
  db: DatabaseHandle["db"];
  locks: PollerLocks;
  portals: Portals;
  clients: PortalClients;
  logger: Logger;
  /** Waits so many milliseconds, or less when the signal is given. */
  pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

/**
 * Goes and gets the events of all bots in fetch mode, each at its own pace. Of several gateways one polls a bot at a
 * time: two would acknowledge each other's events.
 */
export function startFetchPoller(deps: Deps): { stop(): Promise<void> } {
  const { db, locks, portals, clients, logger, pause = pauseFor } = deps;
  const stopping = new AbortController();
  const polled = new Map<string, Promise<void>>();

  async function discover(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        for (const { bot } of await portals.fetchBots()) {
          if (!polled.has(bot.id))
            polled.set(
              bot.id,
              follow(bot.id).finally(() => polled.delete(bot.id)),
            );
        }
      } catch (error) {
        logger.warn({ err: error }, "bots to fetch for could not be looked up");
      }
      await pause(DISCOVERY_MS, stopping.signal);
    }
  }

  /** Polls one bot until it is gone or the gateway stops. */
  async function follow(botId: string): Promise<void> {
    let nothing = 0;
    let trouble = 0;
    while (!stopping.signal.aborted) {
      const result = await tryPoll(botId);
      if (result === "gone") return;
      nothing = result === "nothing" ? nothing + 1 : 0;
      trouble = result instanceof AppError ? trouble + 1 : 0;
      await pause(nextDelayMs(describe(result, nothing, trouble)), stopping.signal);
    }
  }

  async function tryPoll(botId: string): Promise<"gone" | "nothing" | { hasMore: boolean } | AppError> {
    try {
      const found = (await portals.fetchBots()).find(({ bot }) => bot.id === botId);
      if (!found) return "gone";
      const { signal } = stopping;
      const polledNow = await locks.run(botId, () =>
        pollOnce(found.bot, clients.for(found.portal), { db, portals, logger, signal }),
      );
      // Another gateway polls this bot at the moment.
      if (polledNow === null) return "nothing";
      if (polledNow.kept > 0) {
        await wakeRuntime(db);
        logger.info({ botId, ...polledNow }, "events are fetched and kept");
      }
      return polledNow.given === 0 ? "nothing" : { hasMore: polledNow.hasMore };
    } catch (error) {
      if (stopping.signal.aborted) return "nothing";
      logger.warn({ err: error, botId }, "events could not be fetched");
      return error instanceof AppError ? error : new AppError("unreachable", "The poll failed", { cause: error });
    }
  }

  const discovery = discover();
  return {
    async stop() {
      stopping.abort();
      await discovery;
      await Promise.all(polled.values());
    },
  };
}

function describe(result: "nothing" | { hasMore: boolean } | AppError, nothing: number, trouble: number): PollResult {
  if (result === "nothing") return { kind: "nothing", inARow: nothing };
  if (result instanceof AppError) return { kind: "trouble", inARow: trouble, retryAfterMs: result.retryAfterMs };
  return { kind: "events", hasMore: result.hasMore };
}
