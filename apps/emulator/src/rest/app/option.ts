import { phpMap } from "../../wire/php-map.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { TRUE } from "../method.ts";
import { record, text } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { callingApp } from "./calling-app.ts";

/** What an application keeps on the portal for everybody. Bitrix24 docs: api-reference/common/settings. */
export const optionMethods: RestMethod[] = [
  { name: "app.option.get", scopes: [], needsApp: true, run: get },
  {
    name: "app.option.set",
    scopes: [],
    needsApp: true,
    missing: { options: badRequest("ERROR_ARGUMENT", "Argument 'options' is null or empty") },
    run: set,
  },
];

/** All options, or the one that is named; an option that was never set is an empty text. */
function get(call: Call): Answer {
  const values = call.portal.state.appOptions.get(callingApp(call).id)?.values ?? {};
  const name = text(call.params, "option");
  return { result: name === "" ? phpMap(Object.entries(values)) : (values[name] ?? "") };
}

function set(call: Call): Answer {
  const { appOptions } = call.portal.state;
  if (call.caller.user.role !== "manager") throw forbidden("ACCESS_DENIED", "Administrator authorization required");
  const { id } = callingApp(call);
  appOptions.set(id, { id, values: { ...appOptions.get(id)?.values, ...record(call.params, "options") } });
  return TRUE;
}
