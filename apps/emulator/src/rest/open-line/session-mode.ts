import { sessionOf } from "../../chat/find.ts";
import type { Chat } from "../../state/model.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { mayServe, servedDialog } from "./access.ts";

const SCOPES = ["imopenlines"];

/** How an operator keeps dialogs. Bitrix24 docs: imopenlines/openlines/sessions, modes. */
export const sessionModeMethods: RestMethod[] = [
  { name: "imopenlines.session.mode.pin", scopes: SCOPES, missing: "own", run: pin },
  { name: "imopenlines.session.mode.pinAll", scopes: SCOPES, missing: "own", run: pinAll },
  { name: "imopenlines.session.mode.unpinAll", scopes: SCOPES, missing: "own", run: unpinAll },
  { name: "imopenlines.session.mode.silent", scopes: SCOPES, missing: "own", run: silence },
];

function pin(call: Call): Answer {
  const params = upperKeys(call.params);
  if (text(params, "CHAT_ID") === "") throw badRequest("CHAT_ID_EMPTY", "Chat ID can't be empty");
  const { chat } = servedDialog(call, params);
  setPinned(call, chat, text(params, "ACTIVATE").toUpperCase() !== "N");
  return TRUE;
}

/** All running dialogs that the caller may work with and has not pinned. @returns The numbers of their sessions. */
function pinAll(call: Call): Answer {
  const chats = runningChats(call).filter((chat) => !isPinned(call, chat));
  for (const chat of chats) setPinned(call, chat, true);
  return { result: chats.map(({ sessionId }) => sessionId) };
}

function unpinAll(call: Call): Answer {
  const chats = runningChats(call).filter((chat) => isPinned(call, chat));
  for (const chat of chats) setPinned(call, chat, false);
  return { result: chats.map(({ sessionId }) => sessionId) };
}

/** What the caller writes from now on stays among operators. */
function silence(call: Call): Answer {
  const params = upperKeys(call.params);
  const { chat } = servedDialog(call, params);
  const others = (chat.silentFor ?? []).filter((id) => id !== call.caller.user.id);
  chat.silentFor = text(params, "ACTIVATE").toUpperCase() === "Y" ? [...others, call.caller.user.id] : others;
  return TRUE;
}

function runningChats({ portal, caller }: Call): Chat[] {
  return [...portal.state.chats.values()].filter((chat) => {
    const session = chat.kind === "open_line" ? sessionOf(portal.state, chat) : null;
    return session !== null && session.owner !== "closed" && mayServe(portal, caller.user, chat);
  });
}

function isPinned({ caller }: Call, chat: Chat): boolean {
  return chat.pinnedBy?.includes(caller.user.id) === true;
}

function setPinned({ portal, caller }: Call, chat: Chat, isOn: boolean): void {
  const others = (chat.pinnedBy ?? []).filter((id) => id !== caller.user.id);
  chat.pinnedBy = isOn ? [...others, caller.user.id] : others;
  portal.live.publish({ type: "dialog", chat });
}
