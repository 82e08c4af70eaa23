import {
  type B24Client,
  createBotApi,
  type FetchedEvent,
  parseFetchedEvent,
  toKeyedBotEvent,
} from "@botdeck/b24-client";
import type { KeyedBotEvent } from "@botdeck/core";
import { type Bot, type DatabaseHandle, keepEvents, type Portals, storeFetchOffset } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

type Deps = {
  db: DatabaseHandle["db"];
  portals: Portals;
  logger: Logger;
  /** Gives the poll up while it waits for the portal; the portal keeps what was not acknowledged. */
  signal?: AbortSignal;
};

const EVENTS_PER_POLL = 100;

/**
 * Gets the next events of one bot and keeps them, together with the offset that acknowledges them at the next call: an
 * offset without its events would lose them, events without their offset come again and are recognised.
 *
 * @returns How many events came, how many were new, and whether more wait.
 */
export async function pollOnce(
  bot: Bot,
  client: B24Client,
  { db, portals, logger, signal }: Deps,
): Promise<{ given: number; kept: number; hasMore: boolean; offset: number | null }> {
  const botToken = portals.botToken(bot);
  const query = {
    botId: bot.bitrixBotId ?? "",
    ...(botToken !== null && { botToken }),
    ...(bot.fetchOffset !== null && { offset: bot.fetchOffset }),
    limit: EVENTS_PER_POLL,
  };
  const answer = await createBotApi(client, bot.api).getEvents(query, { signal });

  const keyed = answer.events.flatMap((fetched) => readEvents(fetched, bot, logger));
  const kept = await db.transaction(async (tx) => {
    const count = await keepEvents(tx, keyed);
    if (answer.nextOffset !== null) await storeFetchOffset(tx, bot.id, answer.nextOffset);
    return count;
  });
  return { given: answer.events.length, kept, hasMore: answer.hasMore, offset: answer.nextOffset };
}

/** One event that cannot be read is passed over, loudly: held back, it would hold all that come after it for ever. */
function readEvents(fetched: FetchedEvent, bot: Bot, logger: Logger): KeyedBotEvent[] {
  const facts = { botId: bot.id, event: fetched.type, eventId: fetched.eventId };
  try {
    const parsed = parseFetchedEvent(fetched, new Date());
    if (parsed.ok) return parsed.events.map((each) => toKeyedBotEvent(each, { portalId: bot.portalId, botId: bot.id }));
    logger.info(facts, "event is of no concern to bots");
  } catch (error) {
    logger.error({ ...facts, err: error }, "event cannot be read and is passed over");
  }
  return [];
}
