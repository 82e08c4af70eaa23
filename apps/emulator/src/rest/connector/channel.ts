import { findLine } from "../../chat/lines.ts";
import { announceChannelOff } from "../../events/notify-connector.ts";
import { onlyTexts, record } from "../params.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import type { Connector } from "../../state/open-line.ts";
import { badRequest } from "../rest-error.ts";
import { channelOf, openChannel, ownConnector, requireArguments } from "./access.ts";

const SCOPES = ["imopenlines", "imconnector"];

/** Connectors on lines. Bitrix24 docs: imopenlines/imconnector. */
export const channelMethods: RestMethod[] = [
  { name: "imconnector.activate", scopes: SCOPES, missing: "own", needsApp: true, run: activate },
  { name: "imconnector.connector.data.set", scopes: SCOPES, missing: "own", needsApp: true, run: setData },
  { name: "imconnector.status", scopes: SCOPES, missing: "own", needsApp: true, run: getStatus },
];

/** Anything but nothing, 0 or N switches on. */
function activate(call: Call): Answer {
  const params = upperKeys(call.params);
  requireArguments(params, "CONNECTOR", "LINE");
  if (params["ACTIVE"] === undefined) throw badRequest("ERROR_ARGUMENT", "Argument 'ACTIVE' is null or empty");
  const { connector, lineId } = readPlace(call, params);
  const isOn = !["", "0", "N", "false"].includes(String(params["ACTIVE"]));
  const channel = openChannel(call.portal.state, connector.id, lineId);
  const wasOn = channel.isActive;
  channel.isActive = isOn;
  if (wasOn && !isOn) announceChannelOff(call.portal, connector, lineId, call.caller.user.id);
  return TRUE;
}

/** The settings are always written as a whole. */
function setData(call: Call): Answer {
  const params = upperKeys(call.params);
  requireArguments(params, "CONNECTOR", "LINE", "DATA");
  const { connector, lineId } = readPlace(call, params);
  openChannel(call.portal.state, connector.id, lineId).data = onlyTexts(upperKeys(record(params, "DATA")));
  return TRUE;
}

/** Without a line, line 0 is meant, and nothing is set up there. */
function getStatus(call: Call): Answer {
  const params = upperKeys(call.params);
  requireArguments(params, "CONNECTOR");
  const name = text(params, "CONNECTOR").toLowerCase();
  const lineId = integer(params, "LINE") ?? 0;
  const channel = ownConnector(call, name) === null ? null : channelOf(call.portal.state, name, lineId);
  const isActive = channel?.isActive === true;
  const result = { LINE: lineId, CONNECTOR: name, ERROR: false, CONFIGURED: isActive, STATUS: isActive };
  return { result };
}

function readPlace(call: Call, params: Params): { connector: Connector; lineId: number } {
  const connector = ownConnector(call, text(params, "CONNECTOR"));
  const lineId = integer(params, "LINE") ?? 0;
  if (connector === null) throw badRequest("ERROR_ARGUMENT", "The connector is not registered by this application");
  if (findLine(call.portal.state, lineId) === null) throw badRequest("ERROR_ARGUMENT", "The line does not exist");
  return { connector, lineId };
}
