import { type B24Client, getEvents, parseFetchedEvent, toKeyedBotEvent } from "@botdeck/b24-client";
import { type Bot, type DatabaseHandle, keepEvents, type Portals, storeFetchOffset } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

type Deps = { db: DatabaseHandle["db"]; portals: Portals; logger: Logger };

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
  { db, portals, logger }: Deps,
): Promise<{ given: number; kept: number; hasMore: boolean; offset: number | null }> {
  const botToken = portals.botToken(bot);
  const answer = await getEvents(client, {
    botId: bot.bitrixBotId ?? "",
    ...(botToken !== null && { botToken }),
    ...(bot.fetchOffset !== null && { offset: bot.fetchOffset }),
    limit: EVENTS_PER_POLL,
  });

  const keyed = answer.events.flatMap((fetched) => {
    const parsed = parseFetchedEvent(fetched, new Date());
    if (!parsed.ok) {
      logger.info({ botId: bot.id, event: parsed.event }, "event is of no concern to bots");
      return [];
    }
    return parsed.events.map((each) => toKeyedBotEvent(each, { portalId: bot.portalId, botId: bot.id }));
  });
  const kept = await db.transaction(async (tx) => {
    const count = await keepEvents(tx, keyed);
    if (answer.nextOffset !== null) await storeFetchOffset(tx, bot.id, answer.nextOffset);
    return count;
  });
  return { given: answer.events.length, kept, hasMore: answer.hasMore, offset: answer.nextOffset };
}
