import type { ExternalLine } from "../../state/telephony.ts";
import { nextId } from "../../state/state.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { CORE, SCOPES } from "./calls.ts";

/** Lines of an outside exchange, known by their numbers. Bitrix24 docs: api-reference/telephony. */
export const externalLineMethods: RestMethod[] = [
  { name: "telephony.externalLine.add", scopes: SCOPES, needsApp: true, run: add },
  { name: "telephony.externalLine.get", scopes: SCOPES, needsApp: true, run: getLines },
  { name: "telephony.externalLine.update", scopes: SCOPES, needsApp: true, run: update },
  { name: "telephony.externalLine.delete", scopes: SCOPES, needsApp: true, run: remove },
];

function add({ portal, params }: Call): Answer {
  const id = text(params, "NUMBER");
  if (portal.state.externalLines.has(id)) throw badRequest(CORE, `The line ${id} already exists`);
  const name = text(params, "NAME") || id;
  const number = nextId(portal.state, "externalLine");
  portal.state.externalLines.set(id, { id, number, name, createsLeads: flag(params, "CRM_AUTO_CREATE", true) });
  return { result: { ID: number } };
}

function getLines({ portal }: Call): Answer {
  const rows = [...portal.state.externalLines.values()].map(({ id, name, createsLeads }) => ({
    NUMBER: id,
    NAME: name,
    CRM_AUTO_CREATE: createsLeads ? "Y" : "N",
  }));
  return { result: rows };
}

function update(call: Call): Answer {
  const line = namedLine(call);
  const name = text(call.params, "NAME") || line.name;
  const createsLeads = flag(call.params, "CRM_AUTO_CREATE", line.createsLeads);
  call.portal.state.externalLines.set(line.id, { ...line, name, createsLeads });
  return { result: { ID: String(line.number) } };
}

function remove(call: Call): Answer {
  call.portal.state.externalLines.delete(namedLine(call).id);
  return { result: [] };
}

function namedLine({ portal, params }: Call): ExternalLine {
  const line = portal.state.externalLines.get(text(params, "NUMBER"));
  if (line === undefined) throw badRequest(CORE, "The line is not found");
  return line;
}
