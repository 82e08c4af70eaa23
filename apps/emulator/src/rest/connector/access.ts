import { findLine } from "../../chat/lines.ts";
import type { Channel, Connector } from "../../state/open-line.ts";
import type { State } from "../../state/state.ts";
import type { Call } from "../method.ts";
import { integer, text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

/** The application that calls; these methods are for applications only. */
export function clientIdOf({ caller }: Call): string {
  return caller.kind === "app" ? caller.clientId : "";
}

/** @throws RestError `ERROR_ARGUMENT` for a parameter that is missing or empty. */
export function requireArguments(params: Params, ...names: string[]): void {
  const missing = names.find((name) => params[name] === undefined || params[name] === null || params[name] === "");
  if (missing !== undefined) throw badRequest("ERROR_ARGUMENT", `Argument '${missing}' is null or empty`);
}

/** The caller's connector of this name; null when there is none or it is another application's. */
export function ownConnector(call: Call, name: string): Connector | null {
  const connector = call.portal.state.connectors.get(name.toLowerCase());
  return connector?.clientId === clientIdOf(call) ? connector : null;
}

export function channelOf(state: State, connectorId: string, lineId: number): Channel | null {
  return state.channels.get(`${connectorId}|${lineId}`) ?? null;
}

/** The place of a connector on a line, made on first use. */
export function openChannel(state: State, connectorId: string, lineId: number): Channel {
  const id = `${connectorId}|${lineId}`;
  const channel: Channel = state.channels.get(id) ?? { id, connectorId, lineId, isActive: false, data: null };
  state.channels.set(id, channel);
  return channel;
}

/** The caller's connector that works on the line. @throws RestError when it is not theirs or not switched on there. */
export function workingChannel(call: Call, params: Params): { connector: Connector; lineId: number } {
  requireArguments(params, "CONNECTOR", "LINE");
  const connector = ownConnector(call, text(params, "CONNECTOR"));
  const lineId = integer(params, "LINE") ?? 0;
  if (connector === null) {
    throw badRequest("IMCONNECTOR_NO_CORRECT_PROVIDER", "Could not find a suitable provider for the connector");
  }
  const isActive = channelOf(call.portal.state, connector.id, lineId)?.isActive === true;
  if (!isActive || findLine(call.portal.state, lineId)?.isActive !== true) {
    throw badRequest("NOT_ACTIVE_LINE", "The line with this ID is inactive or does not exist");
  }
  return { connector, lineId };
}
