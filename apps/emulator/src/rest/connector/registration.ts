import type { Connector } from "../../state/open-line.ts";
import { isHttpAddress } from "../imbot-v2/bot-fields.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, record, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { clientIdOf } from "./access.ts";
import { connectorTitles } from "./connector-titles.ts";

const SCOPES = ["imopenlines", "imconnector"];
const SWITCHES = [
  "DEL_EXTERNAL_MESSAGES",
  "EDIT_INTERNAL_MESSAGES",
  "DEL_INTERNAL_MESSAGES",
  "NEWSLETTER",
  "NEED_SYSTEM_MESSAGES",
  "NEED_SIGNATURE",
];

/** Channels of an application's own. Bitrix24 docs: imopenlines/imconnector. */
export const registrationMethods: RestMethod[] = [
  { name: "imconnector.register", scopes: SCOPES, missing: "own", needsApp: true, run: register },
  { name: "imconnector.unregister", scopes: SCOPES, missing: "own", needsApp: true, run: unregister },
  { name: "imconnector.list", scopes: SCOPES, missing: "own", needsApp: true, run: listConnectors },
];

/** A refusal comes with status 200 and stands inside the result. A repeat changes the connector. */
function register(call: Call): Answer {
  const params = upperKeys(call.params);
  const id = text(params, "ID").toLowerCase();
  const refusal = refuse(call, params, id);
  if (refusal !== null) return refusal;
  const connector: Connector = {
    id,
    clientId: clientIdOf(call),
    name: text(params, "NAME"),
    icon: record(params, "ICON"),
    iconDisabled: record(params, "ICON_DISABLED"),
    placementHandler: text(params, "PLACEMENT_HANDLER"),
    isGroup: flag(params, "CHAT_GROUP", false),
    switches: Object.fromEntries(SWITCHES.map((name) => [name, flag(params, name, true)])),
  };
  call.portal.state.connectors.set(id, connector);
  return { result: { result: true } };
}

function refuse(call: Call, params: Params, id: string): Answer | null {
  if (id === "") return failure("CONNECTOR_ID_REQUIRED", "Connector ID is not specified");
  if (id.includes("."))
    return failure("APPLICATION_REGISTRATION_ERROR_POINT", "A dot is not allowed in a connector ID");
  if (text(params, "NAME") === "") return failure("NAME_REQUIRED", "Connector name is not specified");
  const image = text(upperKeys(record(params, "ICON")), "DATA_IMAGE");
  if (image === "") return failure("ICON_REQUIRED", "Connector icon is not specified");
  if (!isHttpAddress(text(params, "PLACEMENT_HANDLER"))) {
    return failure("NO_PLACEMENT_HANDLER", "Could not get the URL of the placement handler");
  }
  const known = call.portal.state.connectors.get(id);
  const isTaken = (known !== undefined && known.clientId !== clientIdOf(call)) || id === "livechat" || id === "network";
  return isTaken ? failure("APPLICATION_REGISTRATION_ERROR", "Application registration error") : null;
}

/** What stood on lines goes too; dialogs that came through it stay. */
function unregister(call: Call): Answer {
  const { state } = call.portal;
  const id = text(upperKeys(call.params), "ID").toLowerCase();
  if (state.connectors.get(id)?.clientId !== clientIdOf(call)) {
    return failure("APPLICATION_UNREGISTRATION_ERROR", "Application unregistration error");
  }
  state.connectors.delete(id);
  for (const channel of state.channels.values()) if (channel.connectorId === id) state.channels.delete(channel.id);
  return { result: { result: true } };
}

function listConnectors({ portal, caller }: Call): Answer {
  if (caller.user.role !== "manager") throw badRequest("ACCESS_DENIED", "You dont have access to this action");
  return { result: connectorTitles(portal.state, caller.user.language) };
}

function failure(error: string, description: string): Answer {
  return { result: { result: false, error, error_description: description } };
}
