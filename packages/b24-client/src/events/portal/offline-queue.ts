import type { B24Client, CallOptions } from "../../client.ts";
import { B24Error } from "../../error.ts";
import type { MethodResult } from "../../methods/index.ts";
import type { OfflineEvent } from "./parse-portal-event.ts";

/** The most that is read at once, and the portal's own number. */
const PAGE = 50;

/** Rows that this app has reserved: the portal keeps them until they are confirmed. */
export type OfflinePage = { processId: string; events: OfflineEvent[] };

/**
 * Has the portal queue these events for the app, so that none is lost while nobody is there to be posted to. What it
 * queues already stays as it is. Needs an administrator's token of an app.
 *
 * @returns The events that are queued from now on only; what this portal or the app's rights do not have is left out.
 * @see Bitrix24 docs: event.bind, api-reference/events/offline-events
 */
export async function queueOffline(
  client: B24Client,
  events: readonly string[],
  options?: CallOptions,
): Promise<string[]> {
  const bound = await client.call("event.get", {}, options);
  const isQueued = (event: string) =>
    bound.some((one) => one.offline === 1 && one.event?.toUpperCase() === event.toUpperCase());
  const added: string[] = [];
  for (const event of events.filter((each) => !isQueued(each))) {
    try {
      await client.call("event.bind", { event, event_type: "offline" }, options);
      added.push(event);
    } catch (error) {
      if (!(error instanceof B24Error) || error.portalCode !== "ERROR_EVENT_NOT_FOUND") throw error;
    }
  }
  return added;
}

/**
 * Reserves the next events of the queue. A page that an earlier process reserved and did not confirm, because it died,
 * comes first: the portal would else keep it back for 30 days.
 *
 * Only one process at a time may read a portal's queue: what another one has just reserved looks like left behind.
 *
 * @returns null when none waits.
 * @see Bitrix24 docs: event.offline.get, event.offline.list
 */
export async function reserveOffline(client: B24Client, options?: CallOptions): Promise<OfflinePage | null> {
  const oldest = await client.call("event.offline.list", { order: { ID: "ASC" } }, options);
  if (oldest.length === 0) return null;
  const leftBehind = oldest.find(({ PROCESS_ID, ERROR }) => (PROCESS_ID ?? "") !== "" && ERROR !== "1")?.PROCESS_ID;
  const reader = leftBehind === undefined || leftBehind === null ? {} : { process_id: leftBehind };
  const page = await client.call("event.offline.get", { clear: false, limit: PAGE, ...reader }, options);
  const processId = page.process_id ?? leftBehind ?? null;
  const events = (page.events ?? []).flatMap(toEvent);
  return processId === null || events.length === 0 ? null : { processId, events };
}

/** Takes reserved events out of the queue. Call it when they are kept: until then they come again. */
export async function confirmOffline(client: B24Client, processId: string, options?: CallOptions): Promise<void> {
  await client.call("event.offline.clear", { process_id: processId }, options);
}

type Row = NonNullable<MethodResult<"event.offline.get">["events"]>[number];

function toEvent({ EVENT_NAME, EVENT_DATA, TIMESTAMP_X }: Row): OfflineEvent[] {
  if (typeof EVENT_NAME !== "string") return [];
  return [{ EVENT_NAME, EVENT_DATA: EVENT_DATA ?? {}, TIMESTAMP_X: TIMESTAMP_X ?? null }];
}
