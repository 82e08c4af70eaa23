import type { EventBinding } from "../state/model.ts";
import { nextId } from "../state/state.ts";
import { TRUE } from "./method.ts";
import type { Call, RestMethod } from "./method.ts";
import { integer, text, upperKeys } from "./params.ts";
import { badRequest } from "./rest-error.ts";

/** Events that can be bound here. Bots have their own subscriptions and must not use these. */
const BINDABLE = ["ONAPPINSTALL", "ONAPPUPDATE", "ONAPPUNINSTALL", "ONTASKADD"];

/** Bitrix24 docs: api-reference/events, event.bind. */
export const eventMethods: RestMethod[] = [
  { name: "event.bind", scopes: [], missing: "own", needsApp: true, run: bind },
  { name: "event.unbind", scopes: [], missing: "own", needsApp: true, run: unbind },
  { name: "event.get", scopes: [], missing: "own", needsApp: true, run: getBindings },
];

function bind(call: Call): { result: unknown } {
  const wanted = wantedBinding(call);
  if (!BINDABLE.includes(wanted.event)) throw badRequest("ERROR_EVENT_NOT_FOUND", "Event not found");
  if (!URL.canParse(wanted.handler)) throw badRequest("ERROR_ARGUMENT", "The handler has to be a full address");
  if (bindings(call).some((binding) => isSame(binding, wanted))) {
    throw badRequest("ERROR_CORE", "Unable to set event handler: Handler already binded");
  }
  const id = nextId(call.portal.state, "binding");
  call.portal.state.eventBindings.set(id, { id, ...wanted });
  return TRUE;
}

function unbind(call: Call): { result: unknown } {
  const wanted = wantedBinding(call);
  const removed = bindings(call).filter((binding) => isSame(binding, wanted));
  for (const { id } of removed) call.portal.state.eventBindings.delete(id);
  return { result: { count: removed.length } };
}

function getBindings(call: Call): { result: unknown } {
  const rows = bindings(call).map(({ event, handler, authType }) => ({
    event,
    handler,
    auth_type: String(authType),
    offline: 0,
  }));
  return { result: rows };
}

function bindings({ portal, caller }: Call): EventBinding[] {
  const clientId = caller.kind === "app" ? caller.clientId : "";
  return [...portal.state.eventBindings.values()].filter((binding) => binding.clientId === clientId);
}

function wantedBinding({ caller, params }: Call): Omit<EventBinding, "id"> {
  const upper = upperKeys(params);
  return {
    clientId: caller.kind === "app" ? caller.clientId : "",
    event: text(upper, "EVENT").toUpperCase(),
    handler: text(upper, "HANDLER"),
    authType: integer(upper, "AUTH_TYPE") ?? 0,
  };
}

function isSame(one: Omit<EventBinding, "id">, other: Omit<EventBinding, "id">): boolean {
  return one.event === other.event && one.handler === other.handler;
}
