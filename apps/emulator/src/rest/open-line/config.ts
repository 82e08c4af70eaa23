import { addLine, findLine } from "../../chat/lines.ts";
import { announceLineDeleted } from "../../events/notify-connector.ts";
import type { OpenLine } from "../../state/open-line.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer, record, text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { checkMayConfigure } from "./access.ts";
import { configFields, fullQueue } from "./config-view.ts";
import { readChange } from "./config-fields.ts";

const SCOPES = ["imopenlines"];

/** Open lines themselves. Bitrix24 docs: imopenlines-config-*. */
export const openLineConfigMethods: RestMethod[] = [
  { name: "imopenlines.config.add", scopes: SCOPES, missing: "own", run: add },
  { name: "imopenlines.config.get", scopes: SCOPES, missing: "own", run: get },
  { name: "imopenlines.config.update", scopes: SCOPES, missing: "own", run: update },
  { name: "imopenlines.config.delete", scopes: SCOPES, missing: "own", run: remove },
  { name: "imopenlines.config.path.get", scopes: SCOPES, missing: "own", run: getPath },
  {
    name: "imopenlines.revision.get",
    scopes: SCOPES,
    missing: "own",
    run: () => ({ result: { rest: 2, web: 1, mobile: 1 } }),
  },
];

/** A line without a queue of its own is served by whoever made it. */
function add(call: Call): Answer {
  const { portal, caller } = call;
  checkMayConfigure(call);
  const { name, queue, settings, isActive } = readChange(record(upperKeys(call.params), "PARAMS"));
  const own = queue ?? [{ type: "user" as const, id: caller.user.id }];
  const input = { name: name ?? "", queue: own, settings, isActive: isActive ?? true };
  const line = addLine(portal.state, input, caller.user.id, portal.now().toISOString());
  if (line.name === "") line.name = `Open channel ${line.id}`;
  return { result: line.id };
}

function get(call: Call): Answer {
  const params = upperKeys(call.params);
  const line = readLine(call);
  const queue = flag(params, "WITH_QUEUE", true) ? fullQueue(call.portal.state, line) : {};
  const fields = configFields(call.portal, line);
  return { result: { ...fields, DATE_CREATE: {}, DATE_MODIFY: {}, ...queue } };
}

function update(call: Call): Answer {
  const { portal, caller } = call;
  const line = readLine(call);
  checkMayConfigure(call);
  const { name, queue, settings, isActive } = readChange(record(upperKeys(call.params), "PARAMS"));
  Object.assign(line, {
    ...(name !== null && name !== "" && { name }),
    ...(queue !== null && { queue }),
    ...(isActive !== null && { isActive }),
    settings: { ...line.settings, ...settings },
    modifiedAt: portal.now().toISOString(),
    modifiedBy: caller.user.id,
  });
  return TRUE;
}

/** Applications whose connector stood on the line hear that it is gone. */
function remove(call: Call): Answer {
  const line = readLine(call);
  checkMayConfigure(call);
  call.portal.state.openLines.delete(line.id);
  announceLineDeleted(call.portal, line.id, call.caller.user.id);
  return TRUE;
}

function getPath({ portal }: Call): Answer {
  return { result: { SERVER_ADDRESS: portal.origin(), PUBLIC_PATH: "/contact_center/" } };
}

function readLine({ portal, params }: Call): OpenLine {
  const upper = upperKeys(params);
  const id = integer(upper, "CONFIG_ID");
  const line = id === null || text(upper, "CONFIG_ID") === "" ? null : findLine(portal.state, id);
  if (line === null) throw badRequest("CONFIG_ID_EMPTY", "Config ID can't be empty");
  return line;
}
