import { PORTAL_AUTHOR_ID } from "../chat/find.ts";
import { canSee } from "../chat/can-see.ts";
import type { Portal } from "../portal.ts";
import type { State } from "../state/state.ts";
import { nextId } from "../state/state.ts";
import type { Notice } from "./notice.ts";
import { v2EventData } from "./v2-event.ts";

/** Bitrix24 docs: im.v2 Event.get. */
const KEPT_MS = 24 * 3_600_000;

const NAMES = {
  "message.add": "ONIMV2MESSAGEADD",
  "message.update": "ONIMV2MESSAGEUPDATE",
  "message.delete": "ONIMV2MESSAGEDELETE",
  reaction: "ONIMV2REACTIONCHANGE",
  join: "ONIMV2JOINCHAT",
};

type UserNotice = Extract<Notice, { kind: keyof typeof NAMES }>;

/** Keeps an event for every subscribed person who sees the chat, until `im.v2.Event.get` fetches it. */
export function notifySubscribers(portal: Portal, notice: UserNotice): void {
  const { state, now } = portal;
  if (state.userSubscriptions.size === 0 || notice.actorId === PORTAL_AUTHOR_ID) return;
  forgetOldEvents(state, now());
  for (const { id: userId } of state.userSubscriptions.values()) {
    const person = state.people.get(userId);
    if (person === undefined || !canSee(person, notice.chat)) continue;
    // A copy as JSON: the event tells of the moment it happened, not of the moment it is fetched.
    const data: unknown = JSON.parse(JSON.stringify(v2EventData(portal, { id: userId }, notice)));
    const id = nextId(state, "event");
    state.userEvents.set(id, { id, userId, type: NAMES[notice.kind], at: now().toISOString(), data });
  }
}

/** Nobody who comes a day later finds what happened before. */
export function forgetOldEvents(state: State, now: Date): void {
  const oldest = now.getTime() - KEPT_MS;
  for (const { id, at } of state.userEvents.values()) if (Date.parse(at) < oldest) state.userEvents.delete(id);
}
