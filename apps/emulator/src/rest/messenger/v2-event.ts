import { forgetOldEvents } from "../../events/notify-subscribers.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer } from "../params.ts";

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** Events of the calling user, without a bot. Bitrix24 docs: chat-bots-v2/im.v2/events. */
export const v2EventMethods: RestMethod[] = [
  { name: "im.v2.Event.subscribe", scopes: ["im"], missing: "own", run: subscribe },
  { name: "im.v2.Event.unsubscribe", scopes: ["im"], missing: "own", run: unsubscribe },
  { name: "im.v2.Event.get", scopes: ["im"], missing: "own", run: getEvents },
];

function subscribe({ portal, caller }: Call): Answer {
  portal.state.userSubscriptions.set(caller.user.id, { id: caller.user.id });
  return TRUE;
}

/** What waits goes with the subscription. */
function unsubscribe({ portal, caller }: Call): Answer {
  const { userSubscriptions, userEvents } = portal.state;
  userSubscriptions.delete(caller.user.id);
  for (const { id, userId } of userEvents.values()) if (userId === caller.user.id) userEvents.delete(id);
  return TRUE;
}

/** An offset acknowledges and removes events with a smaller number; without it nothing goes. */
function getEvents({ portal, caller, params }: Call): Answer {
  const { state } = portal;
  forgetOldEvents(state, portal.now());
  const offset = integer(params, "offset");
  const limit = Math.min(Math.max(integer(params, "limit") ?? DEFAULT_LIMIT, 1), MAX_LIMIT);
  const own = [...state.userEvents.values()].filter(({ userId }) => userId === caller.user.id);
  for (const { id } of own) if (offset !== null && id < offset) state.userEvents.delete(id);
  const waiting = own.filter(({ id }) => offset === null || id >= offset);
  const shown = waiting.slice(0, limit);
  const last = shown.at(-1);
  return {
    result: {
      events: shown.map(({ id, type, at, data }) => ({ eventId: id, type, date: isoDate(new Date(at)), data })),
      nextOffset: last === undefined ? (offset ?? 0) : last.id + 1,
      hasMore: waiting.length > shown.length,
    },
  };
}
