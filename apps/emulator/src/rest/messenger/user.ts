import { changeProfile, profileOf } from "../../people/profiles.ts";
import type { UserStatus } from "../../state/people.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { phpMap } from "../../wire/php-map.ts";
import { paramsOf } from "./access.ts";
import { idsOf } from "./department.ts";
import { imUserView } from "./user-view.ts";

const STATUSES = new Map<string, UserStatus>([
  ["online", "online"],
  ["dnd", "dnd"],
  ["away", "away"],
  ["break", "break"],
]);
const USUAL_IDLE_MINUTES = 10;

/** Users of the messenger and their own status. Bitrix24 docs: api-reference/chats/users. */
export const userMethods: RestMethod[] = [
  { name: "im.user.get", scopes: ["im"], missing: "own", run: get },
  { name: "im.user.list.get", scopes: ["im"], missing: "own", run: getList },
  { name: "im.user.status.get", scopes: ["im"], missing: "own", run: getStatus },
  { name: "im.user.status.set", scopes: ["im"], missing: "own", run: setStatus },
  { name: "im.user.status.idle.start", scopes: ["im"], missing: "own", run: startIdle },
  { name: "im.user.status.idle.end", scopes: ["im"], missing: "own", run: endIdle },
];

/** The caller themselves when nobody is named. */
function get(call: Call): Answer {
  const params = paramsOf(call);
  const id = text(params, "ID") === "" ? call.caller.user.id : integer(params, "ID");
  if (id === null || id <= 0) throw badRequest("ID_EMPTY", "User ID can't be empty");
  const person = call.portal.state.people.get(id);
  if (person === undefined) throw badRequest("USER_NOT_EXISTS", "User does not exist");
  return { result: imUserView(call.portal, person) };
}

/** A map by number, or a list with `RESULT_TYPE: array`. */
function getList(call: Call): Answer {
  const params = paramsOf(call);
  const ids = idsOf(params["ID"]);
  if (ids.length === 0) throw badRequest("INVALID_FORMAT", "A wrong format for the ID field is passed");
  const people = ids.flatMap((id) => call.portal.state.people.get(id) ?? []);
  const views = people.map((person) => imUserView(call.portal, person));
  if (text(params, "RESULT_TYPE") === "array") return { result: views };
  return { result: phpMap(people.map((person, index) => [String(person.id), views[index]])) };
}

function getStatus({ portal, caller }: Call): Answer {
  return { result: profileOf(portal.state, caller.user).status };
}

function setStatus(call: Call): Answer {
  const status = STATUSES.get(text(paramsOf(call), "STATUS"));
  if (status === undefined) throw badRequest("STATUS_ERROR", "Status is not available");
  return changeOwn(call, { status });
}

/** AGO: since how many minutes. */
function startIdle(call: Call): Answer {
  const minutes = Math.max(integer(paramsOf(call), "AGO") ?? USUAL_IDLE_MINUTES, 1);
  const since = new Date(call.portal.now().getTime() - minutes * 60_000);
  return changeOwn(call, { idleSince: since.toISOString() });
}

function endIdle(call: Call): Answer {
  return changeOwn(call, { idleSince: null });
}

function changeOwn({ portal, caller }: Call, change: Parameters<typeof changeProfile>[2]): Answer {
  changeProfile(portal.state, caller.user, change);
  portal.live.publish({ type: "people", person: caller.user });
  return TRUE;
}
