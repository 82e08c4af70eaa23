import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { ownBot } from "./access.ts";

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** Bitrix24 docs: chat-bots-v2/imbot.v2/events/event-get. */
export const eventFetchMethods: RestMethod[] = [
  { name: "imbot.v2.Event.get", scopes: ["imbot"], missing: "own", run: getEvents },
];

type Waiting = { id: number; type: string; date: string; data: unknown };

/**
 * Events that wait for a bot, and with `withUserEvents` for the caller too; one series of numbers counts both. An offset
 * acknowledges and removes those with a smaller number; without it nothing goes.
 */
function getEvents(call: Call): Answer {
  const bot = ownBot(call);
  const offset = integer(call.params, "offset");
  const limit = Math.min(Math.max(integer(call.params, "limit") ?? DEFAULT_LIMIT, 1), MAX_LIMIT);
  const ofUser = flag(call.params, "withUserEvents", false) ? takeUserEvents(call, offset) : [];
  const waiting = [...takeBotEvents(call, bot.id, offset), ...ofUser].toSorted((one, other) => one.id - other.id);
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

function takeBotEvents({ portal }: Call, botId: number, offset: number | null): Waiting[] {
  const { queuedEvents } = portal.state;
  const own = [...queuedEvents.values()].filter((event) => event.botId === botId);
  return withoutTaken(queuedEvents, own, offset);
}

/** @throws RestError unless the caller may read the messenger and has subscribed to it. */
function takeUserEvents({ portal, caller }: Call, offset: number | null): Waiting[] {
  const { userEvents, userSubscriptions } = portal.state;
  if (!caller.scopes.includes("im")) throw forbidden("SCOPE_ERROR", "Scope error");
  if (!userSubscriptions.has(caller.user.id)) throw badRequest("USER_NOT_SUBSCRIBED", "User not subscribed");
  const own = [...userEvents.values()].filter((event) => event.userId === caller.user.id);
  return withoutTaken(userEvents, own, offset).map(({ id, type, at, data }) => {
    return { id, type, date: isoDate(new Date(at)), data };
  });
}

function withoutTaken<Event extends { id: number }>(
  queue: Map<number, Event>,
  own: Event[],
  offset: number | null,
): Event[] {
  const taken = own.filter(({ id }) => offset !== null && id < offset);
  for (const { id } of taken) queue.delete(id);
  return own.slice(taken.length);
}
