import { BOT_COLOR } from "../../chat/bots.ts";
import { privateChatOf } from "../../chat/chats.ts";
import { linesOf } from "../../chat/lines.ts";
import { postMessage } from "../../chat/post-message.ts";
import type { Person } from "../../state/model.ts";
import { nextId } from "../../state/state.ts";
import { readExtras } from "../imbot-v1/draft.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Lines of the Bitrix24 Network. There is no other portal to find lines on, so a code names a line of this one
 * (`networkCode` of its record). Bitrix24 docs: imopenlines-network-*.
 */
export const networkMethods: RestMethod[] = [
  { name: "imopenlines.network.join", scopes: ["imopenlines"], missing: "own", run: join },
  { name: "imopenlines.network.message.add", scopes: ["imopenlines"], missing: "own", run: addMessage },
];

/** @returns The number of the user that stands for the line; the same one for the same line. */
function join({ portal, params, caller }: Call): Answer {
  const { state } = portal;
  const code = readCode(text(upperKeys(params), "CODE"));
  const line = linesOf(state).find(({ networkCode }) => networkCode === code);
  if (line === undefined) throw badRequest("NOT_FOUND", "Line not found");
  if (!line.isActive) throw badRequest("INACTIVE", "Openline is inactive");
  const joined = state.networkLines.get(code);
  if (joined !== undefined) return { result: joined.personId };
  const person: Person = {
    id: nextId(state, "person"),
    firstName: line.name,
    lastName: "",
    role: "bot",
    language: caller.user.language,
    color: BOT_COLOR,
    gender: "M",
    workPosition: "",
  };
  state.people.set(person.id, person);
  state.networkLines.set(code, { id: code, personId: person.id });
  portal.live.publish({ type: "people", person });
  return { result: person.id };
}

/** At most one message a week for each user. */
function addMessage({ portal, params }: Call): Answer {
  const { state } = portal;
  const upper = upperKeys(params);
  const code = readCode(text(upper, "CODE"));
  const joined = state.networkLines.get(code);
  if (joined === undefined) throw badRequest("NOT_FOUND", "Line not found");
  const user = state.people.get(integer(upper, "USER_ID") ?? 0);
  if (user === undefined || user.role === "client" || user.role === "bot") {
    throw badRequest("USER_ID_EMPTY", "User ID can't be empty");
  }
  const message = text(upper, "MESSAGE").trim();
  if (message === "") throw badRequest("MESSAGE_EMPTY", "Message can't be empty");
  const extras = readExtras(upper);
  const id = `${code}|${user.id}`;
  const now = portal.now();
  const last = state.networkMessages.get(id);
  if (last !== undefined && now.getTime() - Date.parse(last.at) < WEEK_MS) {
    throw badRequest("USER_MESSAGE_LIMIT", "You cant send more than one message per week to each user");
  }
  state.networkMessages.set(id, { id, at: now.toISOString() });
  postMessage(portal, privateChatOf(portal, user.id, joined.personId), {
    authorId: joined.personId,
    text: message,
    ...extras,
  });
  return TRUE;
}

function readCode(code: string): string {
  if (!/^[0-9a-f]{32}$/i.test(code)) throw badRequest("CODE", "You entered an invalid code");
  return code.toLowerCase();
}
