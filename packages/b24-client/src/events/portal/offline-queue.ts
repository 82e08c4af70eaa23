import { callTogether, command, type Told } from "../../calling/call-together.ts";
import type { B24Client, CallOptions } from "../../client.ts";
import type { MethodResult } from "../../methods/index.ts";
import type { OfflineEvent } from "./parse-portal-event.ts";

/** The most that is read at once, and the portal's own number. */
const PAGE = 50;

/** Rows that this app has reserved: the portal keeps them until they are confirmed. More may wait behind them. */
export type OfflinePage = { processId: string; events: OfflineEvent[]; mayBeMore: boolean };

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
  const missing = events.filter((each) => !isQueued(each));
  if (missing.length === 0) return [];
  const commands = missing.map((event) => [event, command("event.bind", { event, event_type: "offline" })] as const);
  const told = await callTogether(client, Object.fromEntries(commands), options);
  return missing.filter((event) => isAdded(told[event]));
}

/** What this portal does not have is no failure. */
function isAdded(told: Told | null | undefined): boolean {
  if (told?.ok === false && told.error.portalCode !== "ERROR_EVENT_NOT_FOUND") throw told.error;
  return told?.ok === true;
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
  const [leftBehind, fresh] = await lookAndReserve(client, options);
  if (leftBehind === null) return fresh;
  // What has just been reserved is found as left behind after it.
  const page = await client.call("event.offline.get", { clear: 0, limit: PAGE, process_id: leftBehind }, options);
  const found = pageOf(page);
  return found === null ? fresh : { ...found, mayBeMore: true };
}

/** One request for both: most of the time nothing is left behind. */
async function lookAndReserve(client: B24Client, options?: CallOptions): Promise<[string | null, OfflinePage | null]> {
  const { oldest, page } = await callTogether(
    client,
    {
      oldest: command("event.offline.list", { order: { ID: "ASC" } }),
      page: command("event.offline.get", { clear: 0, limit: PAGE }),
    },
    options,
  );
  if (!oldest.ok) throw oldest.error;
  if (!page.ok) throw page.error;
  const row = oldest.result.find(({ PROCESS_ID, ERROR }) => (PROCESS_ID ?? "") !== "" && ERROR !== "1");
  return [row?.PROCESS_ID ?? null, pageOf(page.result)];
}

function pageOf({ process_id, events }: MethodResult<"event.offline.get">): OfflinePage | null {
  const rows = events ?? [];
  if (process_id == null || rows.length === 0) return null;
  return { processId: process_id, events: rows.flatMap(toEvent), mayBeMore: rows.length === PAGE };
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
