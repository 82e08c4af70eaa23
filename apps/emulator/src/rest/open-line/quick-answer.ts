import { lineOf } from "../../chat/lines.ts";
import { nextId } from "../../state/state.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { servedDialog } from "./access.ts";

/** Bitrix24 docs: imopenlines-message-quick-save. */
export const quickAnswerMethods: RestMethod[] = [
  { name: "imopenlines.message.quick.save", scopes: ["imopenlines"], missing: "own", run: save },
];

/** Keeps a message of the dialog among the line's quick answers. */
function save(call: Call): Answer {
  const { state } = call.portal;
  const params = upperKeys(call.params);
  const { chat, session } = servedDialog(call, params);
  const message = state.messages.get(integer(params, "MESSAGE_ID") ?? 0);
  const line = lineOf(state, chat, session);
  if (message === undefined || message.chatId !== chat.id || message.text === "" || line === null) {
    throw badRequest("CANT_SAVE_QUICK_ANSWER", "Error saving the quick answer");
  }
  const id = nextId(state, "quickAnswer");
  state.quickAnswers.set(id, { id, lineId: line.id, text: message.text, authorId: call.caller.user.id });
  return TRUE;
}
