import { canSee } from "../../chat/can-see.ts";
import { chatDetails } from "../messenger/chat-view.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { mayServe } from "./access.ts";
import { findLineChat } from "./find-line-chat.ts";

/** Bitrix24 docs: imopenlines-dialog-get. */
export const openLineDialogMethods: RestMethod[] = [
  { name: "imopenlines.dialog.get", scopes: ["imopenlines"], missing: "own", run: getDialog },
];

function getDialog({ portal, params, caller }: Call): Answer {
  const chat = findLineChat(portal.state, upperKeys(params));
  if (chat === undefined || !(canSee(caller.user, chat) || mayServe(portal, caller.user, chat))) {
    throw badRequest("ACCESS_ERROR", "You do not have access to the specified dialog");
  }
  return { result: { ...chatDetails(portal, chat, caller.user.id), description: null } };
}
