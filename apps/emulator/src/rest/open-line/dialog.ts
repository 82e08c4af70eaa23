import { chatDetails } from "../../wire/v2-chat.ts";
import { snakeKeys } from "../../wire/key-case.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { findLineChat } from "./find-line-chat.ts";

/** Bitrix24 docs: imopenlines-dialog-get. */
export const openLineDialogMethods: RestMethod[] = [
  { name: "imopenlines.dialog.get", scopes: ["imopenlines"], missing: "own", run: getDialog },
];

function getDialog({ portal, params, caller }: Call): Answer {
  const chat = findLineChat(portal.state, upperKeys(params));
  if (chat === undefined) throw badRequest("ACCESS_ERROR", "You don't have access to this chat");
  const details = snakeKeys(chatDetails(portal.state, chat, caller.user.id));
  const link = { type: "LINES", url: "", id: chat.entityId };
  return { result: { ...details, entity_link: link, text_field_enabled: true, description: null } };
}
