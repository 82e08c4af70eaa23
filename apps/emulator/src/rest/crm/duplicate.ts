import { COMPANY, CONTACT, LEAD } from "../../crm/entity-kind.ts";
import { findByCommunication } from "../../crm/find-by-communication.ts";
import { phpMap } from "../../wire/php-map.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list, text } from "../params.ts";
import { badRequest } from "../rest-error.ts";

const MOST_VALUES = 20;
const MOST_FOUND = 20;
const NO_TYPE = badRequest("", "Communication type is not defined");
const NO_VALUES = badRequest("", "Communication values is not defined");

/** Bitrix24 docs: crm.duplicate.findbycomm. */
export const duplicateMethods: RestMethod[] = [
  {
    name: "crm.duplicate.findbycomm",
    scopes: ["crm"],
    missing: { type: NO_TYPE, values: NO_VALUES },
    run: findByComm,
  },
];

/** Only kinds of which something was found are named; twenty of one kind end the search. */
function findByComm({ portal, params }: Call): Answer {
  const type = text(params, "type").toUpperCase();
  if (type !== "PHONE" && type !== "EMAIL") {
    throw badRequest("", `Communication type '${type}' is not supported in current context`);
  }
  const values = list(params, "values").map(String).slice(0, MOST_VALUES);
  if (values.length === 0) throw NO_VALUES;
  const wanted = text(params, "entity_type").toUpperCase();
  const found: [string, number[]][] = [];
  for (const kind of [LEAD, CONTACT, COMPANY]) {
    if (wanted !== "" && wanted !== kind.code) continue;
    const ids = findByCommunication(portal.state, kind, type, values).map(({ id }) => id);
    if (ids.length > 0) found.push([kind.code, ids.slice(0, MOST_FOUND)]);
    if (ids.length >= MOST_FOUND) break;
  }
  return { result: phpMap(found) };
}
