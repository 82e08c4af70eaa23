import type { Answer, Call, RestMethod } from "../method.ts";
import { text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { requireArguments, workingChannel } from "./access.ts";
import { findConnectorChat } from "./client.ts";

/** Bitrix24 docs: imconnector-chat-name-set. */
export const chatNameMethods: RestMethod[] = [
  {
    name: "imconnector.chat.name.set",
    scopes: ["imconnector"],
    missing: "own",
    needsApp: true,
    run: setName,
  },
];

/** A channel whose chats are not groups needs USER_ID to tell whose dialog it is. */
function setName(call: Call): Answer {
  const params = upperKeys(call.params);
  requireArguments(params, "CONNECTOR", "LINE", "CHAT_ID", "NAME");
  const { connector, lineId } = workingChannel(call, params);
  if (!connector.isGroup) requireArguments(params, "USER_ID");
  const outside = { chatId: text(params, "CHAT_ID"), userId: text(params, "USER_ID") };
  const chat = findConnectorChat(call.portal, connector, lineId, outside);
  if (chat === null) throw badRequest("CHAT_RENAMING_FAILED", "Failed to rename the chat");
  chat.title = text(params, "NAME");
  call.portal.live.publish({ type: "dialog", chat });
  return { result: { SUCCESS: true, DATA: { RESULT: {} } } };
}
