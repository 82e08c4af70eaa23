import type { Chat } from "../../state/model.ts";
import type { State } from "../../state/state.ts";
import { integer, text } from "../params.ts";
import type { Params } from "../params.ts";

/** An open line chat by any of the names the methods take: CHAT_ID, DIALOG_ID, SESSION_ID or USER_CODE. */
export function findLineChat(state: State, params: Params): Chat | undefined {
  const chatId = integer(params, "CHAT_ID") ?? dialogNumber(text(params, "DIALOG_ID"));
  const sessionId = integer(params, "SESSION_ID");
  const userCode = text(params, "USER_CODE").replace(/^imol\|/, "");
  const lines = [...state.chats.values()].filter((chat) => chat.kind === "open_line");
  if (sessionId !== null) return lines.find((chat) => chat.id === state.sessions.get(sessionId)?.chatId);
  if (chatId !== null) return lines.find((chat) => chat.id === chatId);
  return lines.find((chat) => chat.entityId === userCode);
}

function dialogNumber(dialogId: string): number | null {
  const digits = /^chat(\d+)$/.exec(dialogId)?.[1];
  return digits === undefined ? null : Number(digits);
}
