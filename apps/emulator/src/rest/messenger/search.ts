import { nameOf } from "../../chat/find.ts";
import { canSee } from "../../chat/can-see.ts";
import { isEmployee, profileOf } from "../../people/profiles.ts";
import type { Chat, Person } from "../../state/model.ts";
import { phpMap } from "../../wire/php-map.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { isYes, paramsOf, rangeOf, slice } from "./access.ts";
import { chatDetails } from "./chat-view.ts";
import { departmentView } from "./department-view.ts";
import { imUserView } from "./user-view.ts";

const SHORTEST_FIND = 2;

/** Finding people, chats and departments by name. Bitrix24 docs: api-reference/chats/search. */
export const searchMethods: RestMethod[] = [
  { name: "im.search.user.list", scopes: ["im"], missing: "own", run: searchUsers },
  { name: "im.search.chat.list", scopes: ["im"], missing: "own", run: searchChats },
  { name: "im.search.department.list", scopes: ["im"], missing: "own", run: searchDepartments },
];

/** Everybody with a name like that, bots too, by number. */
function searchUsers(call: Call): Answer {
  const { state } = call.portal;
  const find = readFind(call);
  const isFound = (person: Person): boolean =>
    person.role !== "client" &&
    profileOf(state, person).isActive &&
    [nameOf(person), person.workPosition].some((part) => part.toLowerCase().includes(find));
  const people = [...state.people.values()].filter(isFound);
  const { result, ...counted } = slice(people, rangeOf(paramsOf(call), 10, 50));
  return {
    result: phpMap(result.map((person) => [String(person.id), imUserView(call.portal, person)])),
    ...counted,
  };
}

/** The caller's own chats, open ones of others, and with FIND_LINES those of the open line. */
function searchChats(call: Call): Answer {
  const { portal, caller } = call;
  const params = paramsOf(call);
  const find = text(params, "FIND").trim().toLowerCase();
  const hasLines = isYes(params, "FIND_LINES");
  const isSeen = (chat: Chat): boolean => canSee(caller.user, chat) || (chat.isOpen && isEmployee(caller.user));
  const isFound = (chat: Chat): boolean =>
    chat.kind !== "private" &&
    (chat.kind !== "open_line" || hasLines) &&
    chat.title.toLowerCase().includes(find) &&
    isSeen(chat);
  const chats = [...portal.state.chats.values()].filter(isFound);
  return slice(
    chats.map((chat) => chatDetails(portal, chat, caller.user.id)),
    rangeOf(params, 10, 50),
  );
}

function searchDepartments(call: Call): Answer {
  const find = readFind(call);
  const hasUserData = isYes(paramsOf(call), "USER_DATA");
  const found = [...call.portal.state.departments.values()].filter(({ name }) => name.toLowerCase().includes(find));
  return slice(
    found.map((department) => departmentView(call.portal, department, hasUserData)),
    rangeOf(paramsOf(call), 10, 50),
  );
}

/** @throws RestError for less than two characters. */
function readFind(call: Call): string {
  const find = text(paramsOf(call), "FIND").trim().toLowerCase();
  if (find.length < SHORTEST_FIND) throw badRequest("FIND_SHORT", "Too short a search phrase");
  return find;
}
