import type { B24Client, CallOptions } from "./client.ts";
import type { FetchedEvent } from "./events/parse-bot-event.ts";
import type { BotCaller } from "./methods/imbot.ts";

export type EventPage = {
  events: FetchedEvent[];
  /** Ask for this next, but only once the events are kept: asking removes them from the portal. Null when it gave none. */
  nextOffset: number | null;
  /** More wait: ask again after 2 seconds or more, else after 5 to 30. */
  hasMore: boolean;
};

/**
 * Reads the events waiting for a bot in fetch mode.
 *
 * @param query.offset Confirms all events below it; left out on the first call.
 * @param query.limit 1 to 1,000; 100 by default.
 * @see Bitrix24 docs: imbot.v2.Event.get
 */
export async function getEvents(
  client: B24Client,
  query: BotCaller & { offset?: number | undefined; limit?: number | undefined },
  options?: CallOptions,
): Promise<EventPage> {
  const { events, nextOffset, hasMore } = await client.call("imbot.v2.Event.get", query, options);
  return { events: events.map((event) => ({ date: null, data: {}, ...event })), nextOffset: nextOffset ?? null, hasMore: hasMore ?? false };
}
