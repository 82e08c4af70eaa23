import { createHash } from "node:crypto";

import type { Portal } from "../portal.ts";
import type { OfflineEvent } from "../state/platform.ts";
import { nextId } from "../state/state.ts";

/** What a reader has reserved and not cleared is forgotten after this time. Bitrix24 docs: event.offline.get. */
const RESERVED_MS = 30 * 24 * 3600 * 1000;

type Queued = Pick<OfflineEvent, "event" | "connector"> & { data: unknown };

/** Keeps an event until the application fetches it: of one event and object only the latest state. */
export function queueOffline(portal: Portal, clientId: string, queued: Queued, userId: number): void {
  const { offlineEvents } = portal.state;
  const messageId = createHash("md5")
    .update(`${queued.event} ${JSON.stringify(queued.data)}`)
    .digest("hex");
  const key = `${clientId} ${queued.connector} ${messageId}`;
  const state = { at: portal.now().toISOString(), data: queued.data, additional: { user_id: userId } };
  const waiting = [...offlineEvents.values()].find((kept) => kept.key === key && kept.processId === "");
  if (waiting !== undefined) {
    Object.assign(waiting, state);
    return;
  }
  const id = nextId(portal.state, "offlineEvent");
  offlineEvents.set(id, { id, clientId, key, ...queued, ...state, messageId, processId: "", isError: false });
}

/** The queue of an application, oldest first. */
export function offlineEventsOf(portal: Portal, clientId: string): OfflineEvent[] {
  const oldest = portal.now().getTime() - RESERVED_MS;
  for (const { id, at, processId } of portal.state.offlineEvents.values()) {
    if (processId !== "" && Date.parse(at) < oldest) portal.state.offlineEvents.delete(id);
  }
  return [...portal.state.offlineEvents.values()].filter((event) => event.clientId === clientId);
}
