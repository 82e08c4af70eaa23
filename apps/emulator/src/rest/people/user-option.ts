import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { record, text } from "../params.ts";
import { forbidden } from "../rest-error.ts";

/** What an application keeps about the calling user. Bitrix24 docs: api-reference/common/settings. */
export const userOptionMethods: RestMethod[] = [
  { name: "user.option.get", scopes: [], needsApp: true, run: get },
  { name: "user.option.set", scopes: [], needsApp: true, run: set },
];

/** All options, or the one that is named; an option that was never set is an empty text. */
function get(call: Call): Answer {
  const values = call.portal.state.userOptions.get(keyOf(call))?.values ?? {};
  const name = text(call.params, "option");
  return { result: name === "" ? values : (values[name] ?? "") };
}

function set(call: Call): Answer {
  const { userOptions } = call.portal.state;
  const id = keyOf(call);
  userOptions.set(id, { id, values: { ...userOptions.get(id)?.values, ...record(call.params, "options") } });
  return TRUE;
}

function keyOf({ caller }: Call): string {
  if (caller.kind !== "app") throw forbidden("WRONG_AUTH_TYPE", "Application context required");
  return `${caller.clientId}:${caller.user.id}`;
}
