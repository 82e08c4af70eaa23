import { createHash } from "node:crypto";

import {
  type B24Client,
  createBotApi,
  type FetchedEvent,
  parseFetchedEvent,
  toKeyedBotEvent,
} from "@botdeck/b24-client";
import { AppError, type KeyedEvent, messageOf } from "@botdeck/core";
import {
  type Bot,
  type DatabaseHandle,
  keepEvents,
  type Portals,
  storeFetchOffset,
  type Transaction,
} from "@botdeck/db";
import { crashPoint, type Logger } from "@botdeck/telemetry";

import { type KeepEvents, keepPosts } from "../intake/keep-posts.ts";
import { unreadableEvents } from "../intake/unreadable-events.ts";

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
  crashPoint("poller.after_fetch_before_commit");
  const kept = await db.transaction(async (tx) => {
    const count = await keepFetched(tx, keyed, logger);
    if (answer.nextOffset !== null) await storeFetchOffset(tx, bot.id, answer.nextOffset);
    return count;
  });
  crashPoint("poller.after_commit_before_ack");
  return { given: answer.events.length, kept, hasMore: answer.hasMore, offset: answer.nextOffset };
}

/** One event that the inbox refuses must not hold the page for ever: it is kept in a form that is not refused. */
async function keepFetched(tx: Transaction, keyed: readonly KeyedEvent[], logger: Logger): Promise<number> {
  const posts = keyed.map((event) => ({ post: { events: [event], source: "fetch" as const } }));
  let kept = 0;
  // In a savepoint: what was done in this transaction before outlives a refusal.
  const keep: KeepEvents = (events, source) => tx.transaction((inner) => keepEvents(inner, events, { source }));
  await keepPosts(posts, keep, {
    onKept: (_posts, newKeys) => void (kept += newKeys.size),
    async onRefused({ post }, error) {
      logger.error({ err: error }, "the inbox refuses a fetched event; it becomes a dead letter");
      kept += (await keep(unreadableEvents(post.events, error), post.source, [])).length;
    },
  });
  return kept;
}

/** What cannot be read is set aside, loudly: held back, it would hold all that come after it for ever. */
function readEvents(fetched: FetchedEvent, bot: Bot, logger: Logger): KeyedEvent[] {
  const facts = { botId: bot.id, event: fetched.type, eventId: fetched.eventId };
  const arrivedAt = new Date();
  try {
    const parsed = parseFetchedEvent(fetched, arrivedAt);
    if (parsed.ok) return parsed.events.map((each) => toKeyedBotEvent(each, { portalId: bot.portalId, botId: bot.id }));
    logger.info(facts, "event is of no concern to bots");
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    logger.error({ ...facts, err: error }, "event cannot be read and is set aside");
    return [setAside(fetched, bot, error, arrivedAt)];
  }
}

function setAside(fetched: FetchedEvent, bot: Bot, problem: unknown, arrivedAt: Date): KeyedEvent {
  const { eventId, type, date, data } = fetched;
  return {
    // The portal numbers what it lists.
    dedupeKey: createHash("sha256").update(`set aside:${bot.id}:${eventId}:${type}`).digest("hex"),
    event: {
      kind: "event.unreadable",
      portalId: bot.portalId,
      botId: bot.id,
      event: type,
      data,
      problem: messageOf(problem),
      occurredAt: date ?? arrivedAt.toISOString(),
    },
  };
}
