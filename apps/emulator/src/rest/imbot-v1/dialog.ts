import { findPrivateChat } from "../../chat/chats.ts";
import { canSee } from "../../chat/can-see.ts";
import { chatDetails } from "../messenger/chat-view.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";

/** Bitrix24 docs: imbot.dialog.get; a dialog as the calling user sees it. */
export const dialogV1Methods: RestMethod[] = [
  { name: "imbot.dialog.get", scopes: ["imbot"], missing: "own", run: getDialog },
];

function getDialog({ portal, params, caller }: Call): Answer {
  const dialogId = text(upperKeys(params), "DIALOG_ID");
  const chatId = /^chat(\d+)$/.exec(dialogId)?.[1];
  if (chatId === undefined && !/^\d+$/.test(dialogId)) {
    throw badRequest("DIALOG_ID_EMPTY", "Dialog ID can't be empty");
  }
  const chat =
    chatId === undefined
      ? findPrivateChat(portal, caller.user.id, Number(dialogId))
      : portal.state.chats.get(Number(chatId));
  if (chat === undefined || chat === null || !canSee(caller.user, chat)) {
    throw badRequest("ACCESS_ERROR", "You do not have access to the specified dialog");
  }
  return { result: chatDetails(portal, chat, caller.user.id) };
}
