import type { QueuedEvent } from "../../state/model.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer } from "../params.ts";
import { ownBot } from "./access.ts";

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** Bitrix24 docs: chat-bots-v2/imbot.v2/events/event-get. */
export const eventFetchMethods: RestMethod[] = [
  { name: "imbot.v2.Event.get", scopes: ["imbot"], missing: "own", run: getEvents },
];

/** Events that wait for a bot. An offset acknowledges and removes those with a smaller id; without it nothing goes. */
function getEvents(call: Call): Answer {
  const bot = ownBot(call);
  const { queuedEvents } = call.portal.state;
  const offset = integer(call.params, "offset");
  const limit = Math.min(Math.max(integer(call.params, "limit") ?? DEFAULT_LIMIT, 1), MAX_LIMIT);
  const own = [...queuedEvents.values()].filter((event) => event.botId === bot.id);
  const waiting: QueuedEvent[] = [];
  for (const event of own) {
    if (offset !== null && event.id < offset) queuedEvents.delete(event.id);
    else waiting.push(event);
  }
  const shown = waiting.slice(0, limit);
  const last = shown.at(-1);
  return {
    result: {
      events: shown.map(({ id, type, date, data }) => ({ eventId: id, type, date, data })),
      nextOffset: last === undefined ? (offset ?? 0) : last.id + 1,
      hasMore: waiting.length > shown.length,
    },
  };
}
