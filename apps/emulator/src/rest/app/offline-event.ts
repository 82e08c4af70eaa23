import { randomBytes } from "node:crypto";

import { offlineEventsOf } from "../../events/offline-queue.ts";
import type { OfflineEvent } from "../../state/platform.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { compareValues } from "../comparison.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { page } from "../page.ts";
import { flag, integer, list, record, text } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { filterOf } from "../row-filter.ts";
import { callingApp } from "./calling-app.ts";

/** The queue of events that an application fetches. Bitrix24 docs: api-reference/events/offline-events. */
const noProcess = { process_id: badRequest("ERROR_ARGUMENT", "Argument 'PROCESS_ID' is null or empty") };
export const offlineEventMethods: RestMethod[] = [
  { name: "event.offline.get", scopes: [], needsApp: true, run: get },
  { name: "event.offline.list", scopes: [], needsApp: true, run: listAll },
  { name: "event.offline.clear", scopes: [], needsApp: true, missing: noProcess, run: clear },
  { name: "event.offline.error", scopes: [], needsApp: true, missing: noProcess, run: markFailed },
];

type Row = Record<string, unknown> & { ID: string };

const COLUMNS = new Set(["ID", "TIMESTAMP_X", "EVENT_NAME", "MESSAGE_ID", "PROCESS_ID", "ERROR"]);
const DEFAULT_LIMIT = 50;

/**
 * The first events that nobody has reserved. `clear=1`, the default, takes them out of the queue; otherwise they are
 * reserved under a new `process_id`. With a `process_id` that reader's own events come again.
 */
function get(call: Call): Answer {
  const { portal, params } = call;
  const processId = text(params, "process_id");
  const withErrors = flag(params, "error", false);
  const waiting = ownEvents(call).filter((event) => event.processId === processId && (withErrors || !event.isError));
  const taken = chosen(call, waiting).slice(0, integer(params, "limit") ?? DEFAULT_LIMIT);
  const isCleared = flag(params, "clear", true);
  const reader = isCleared ? null : processId || randomBytes(16).toString("hex");
  const rows = taken.map((event) => shortRow(event));
  for (const event of taken) {
    if (reader === null) portal.state.offlineEvents.delete(event.id);
    else event.processId = reader;
  }
  return { result: { process_id: reader, events: rows } };
}

function listAll(call: Call): Answer {
  return page(chosen(call, ownEvents(call)).map(fullRow), integer(call.params, "start") ?? 0);
}

/** Without numbers everything that the reader has reserved goes. */
function clear(call: Call): Answer {
  for (const event of reserved(call)) call.portal.state.offlineEvents.delete(event.id);
  return TRUE;
}

function markFailed(call: Call): Answer {
  for (const event of reserved(call)) event.isError = true;
  return TRUE;
}

function reserved(call: Call): OfflineEvent[] {
  const processId = text(call.params, "process_id");
  const ids = list(call.params, "id").map(String);
  const messageIds = list(call.params, "message_id").map(String);
  return ownEvents(call).filter(
    (event) =>
      event.processId === processId &&
      (ids.length === 0 || ids.includes(String(event.id))) &&
      (messageIds.length === 0 || messageIds.includes(event.messageId)),
  );
}

/** The application's queue, or that of one `auth_connector`; an administrator's only. */
function ownEvents(call: Call): OfflineEvent[] {
  if (call.caller.user.role !== "manager") throw forbidden("ACCESS_DENIED", "Access denied!");
  const connector = text(call.params, "auth_connector");
  const all = offlineEventsOf(call.portal, callingApp(call).id);
  return connector === "" ? all : all.filter((event) => event.connector === connector);
}

function chosen({ params }: Call, events: OfflineEvent[]): OfflineEvent[] {
  const column = (name: string) => (COLUMNS.has(name) ? (row: Row) => row[name] : null);
  const matches = filterOf(record(params, "filter"), column);
  const [field, direction] = Object.entries(record(params, "order"))[0] ?? ["TIMESTAMP_X", "ASC"];
  const sign = String(direction).toUpperCase() === "DESC" ? -1 : 1;
  const key = field.toUpperCase();
  return events
    .filter((event) => matches(fullRow(event)))
    .toSorted((one, other) => sign * compareValues(fullRow(one)[key], fullRow(other)[key]) || one.id - other.id);
}

function shortRow(event: OfflineEvent): Row {
  return {
    ID: String(event.id),
    TIMESTAMP_X: isoDate(new Date(event.at)),
    EVENT_NAME: event.event,
    EVENT_DATA: event.data,
    EVENT_ADDITIONAL: event.additional,
    MESSAGE_ID: event.messageId,
  };
}

function fullRow(event: OfflineEvent): Row {
  return { ...shortRow(event), PROCESS_ID: event.processId, ERROR: event.isError ? "1" : "0" };
}
