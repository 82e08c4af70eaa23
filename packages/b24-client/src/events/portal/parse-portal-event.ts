import { readInstant } from "../occurred-at.ts";
import { type EventEnvelope, readEnvelope } from "../read-envelope.ts";
import { toWireMap } from "../to-wire-map.ts";
import type { WireMap } from "../wire.ts";
import { readAppOrCallEvent } from "./app-and-calls.ts";
import { readConnectorEvent } from "./connector.ts";
import { readCrmOrTaskEvent } from "./crm-and-tasks.ts";
import type { ParsedPortalEvent, PortalEvent } from "./portal-event.ts";

/** A row of `event.offline.get`. */
export type OfflineEvent = {
  EVENT_NAME: string;
  EVENT_DATA: unknown;
  /** The portal's own time; null when it gave none. */
  TIMESTAMP_X: string | null;
};

/**
 * Reads what happened on a portal beside its bots: CRM, tasks, calendar, orders, calls, the app itself, its connectors.
 *
 * @param arrivedAt Our clock, for events that tell no time.
 * @returns null for an event that is a bot's or that we do not know.
 * @throws AppError `invalid` naming the path of a required field that is missing.
 * @see Bitrix24 docs: api-reference/events/index
 */
export function parsePortalEvent(envelope: EventEnvelope, arrivedAt: Date): ParsedPortalEvent | null {
  const event = readPortalEvent(envelope.event, envelope.data);
  if (event === null) return null;
  return { event, occurredAt: (envelope.sentAt ?? arrivedAt).toISOString(), userId: envelope.userId };
}

/**
 * Reads one row of the offline queue, which keeps the latest state of an object and not each change.
 *
 * @see Bitrix24 docs: api-reference/events/offline-events
 */
export function parseOfflineEvent(row: OfflineEvent, arrivedAt: Date): ParsedPortalEvent | null {
  const { data } = readEnvelope(toWireMap({ event: row.EVENT_NAME, data: row.EVENT_DATA }));
  const event = readPortalEvent(row.EVENT_NAME.toUpperCase(), data);
  if (event === null) return null;
  return { event, occurredAt: readInstant(row.TIMESTAMP_X) ?? arrivedAt.toISOString(), userId: null };
}

function readPortalEvent(event: string, data: WireMap): PortalEvent | null {
  return readCrmOrTaskEvent(event, data) ?? readAppOrCallEvent(event, data) ?? readConnectorEvent(event, data);
}
