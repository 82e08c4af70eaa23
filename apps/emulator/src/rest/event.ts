import { announce } from "../events/app-events.ts";
import { eventNames, eventNamesOfScope, isBindable } from "../events/known-events.ts";
import type { EventBinding } from "../state/model.ts";
import { nextId } from "../state/state.ts";
import { callingApp } from "./app/calling-app.ts";
import { TRUE } from "./method.ts";
import type { Answer, Call, RestMethod } from "./method.ts";
import { flag, integer, record, text, upperKeys } from "./params.ts";
import { badRequest, forbidden } from "./rest-error.ts";

/** Bitrix24 docs: api-reference/events. */
export const eventMethods: RestMethod[] = [
  { name: "event.bind", scopes: [], missing: "own", needsApp: true, run: bind },
  { name: "event.unbind", scopes: [], missing: "own", needsApp: true, run: unbind },
  { name: "event.get", scopes: [], missing: "own", needsApp: true, run: getBindings },
  { name: "events", scopes: [], missing: "own", needsApp: true, run: listEvents },
  { name: "event.test", scopes: [], missing: "own", needsApp: true, run: test },
];

/** Seconds between two `ONOFFLINEEVENT` unless the binding says otherwise. */
const MIN_TIMEOUT_S = 1;

type Wanted = Omit<EventBinding, "id"> & { isOffline: boolean };

function bind(call: Call): Answer {
  const wanted = readWanted(call);
  const { scopes } = callingApp(call);
  if (wanted.event === "") throw badRequest("ERROR_ARGUMENT", "Argument 'EVENT' is null or empty");
  if (!isBindable(wanted.event, scopes)) throw badRequest("ERROR_EVENT_NOT_FOUND", "Event not found");
  if (!wanted.isOffline && !URL.canParse(wanted.handler)) {
    throw badRequest("ERROR_ARGUMENT", "Argument 'HANDLER' is null or empty");
  }
  checkRights(call, wanted);
  if (bindings(call).some((binding) => isSame(binding, wanted))) {
    throw badRequest("ERROR_CORE", "Unable to set event handler: Handler already binded");
  }
  const id = nextId(call.portal.state, "binding");
  call.portal.state.eventBindings.set(id, { id, ...wanted });
  return TRUE;
}

/** @throws RestError when somebody who is no administrator wants a queue, or another user's token in the events. */
function checkRights({ caller }: Call, { isOffline, authType }: Wanted): void {
  const isForeign = authType !== 0 && authType !== caller.user.id;
  if (caller.user.role !== "manager" && (isOffline || isForeign)) throw forbidden("ACCESS_DENIED", "Access denied!");
}

/** Without `auth_type` the bindings of every user go. */
function unbind(call: Call): Answer {
  const wanted = readWanted(call);
  const upper = upperKeys(call.params);
  const hasUser = upper["AUTH_TYPE"] !== undefined;
  const removed = bindings(call).filter((binding) =>
    isSame({ ...wanted, authType: hasUser ? wanted.authType : binding.authType }, binding),
  );
  for (const { id } of removed) {
    call.portal.state.eventBindings.delete(id);
    call.portal.state.offlinePings.delete(id);
  }
  return { result: { count: removed.length } };
}

function getBindings(call: Call): Answer {
  const rows = bindings(call).map(({ event, handler, authType, isOffline, connector }) => ({
    event,
    handler,
    auth_type: String(authType),
    offline: isOffline === true ? 1 : 0,
    ...(isOffline === true && { connector_id: connector ?? "" }),
  }));
  return { result: rows };
}

function listEvents(call: Call): Answer {
  const upper = upperKeys(call.params);
  const scope = text(upper, "SCOPE");
  if (scope !== "") return { result: eventNamesOfScope(scope) };
  return { result: flag(upper, "FULL", false) ? eventNames() : eventNames(callingApp(call).scopes) };
}

/** Sends ONAPPTEST to the application's own handlers, with what it was called with. */
function test(call: Call): Answer {
  const { auth: _auth, access_token: _token, ...query } = call.params;
  announce(call.portal, "ONAPPTEST", { QUERY: query }, call.caller.user.id, callingApp(call).id);
  return { result: 1 };
}

function bindings(call: Call): EventBinding[] {
  const clientId = callingApp(call).id;
  return [...call.portal.state.eventBindings.values()].filter((binding) => binding.clientId === clientId);
}

function readWanted(call: Call): Wanted {
  const upper = upperKeys(call.params);
  const isOffline = text(upper, "EVENT_TYPE").toLowerCase() === "offline";
  const minTimeout = integer(upperKeys(record(upper, "OPTIONS")), "MINTIMEOUT");
  return {
    clientId: callingApp(call).id,
    event: text(upper, "EVENT").toUpperCase(),
    handler: isOffline ? "" : text(upper, "HANDLER"),
    authType: integer(upper, "AUTH_TYPE") ?? 0,
    isOffline,
    connector: text(upper, "AUTH_CONNECTOR"),
    minTimeoutS: Math.max(minTimeout ?? MIN_TIMEOUT_S, MIN_TIMEOUT_S),
  };
}

function isSame(one: Omit<EventBinding, "id">, other: Omit<EventBinding, "id">): boolean {
  return (
    one.event === other.event &&
    one.handler === other.handler &&
    one.authType === other.authType &&
    (one.isOffline ?? false) === (other.isOffline ?? false)
  );
}
