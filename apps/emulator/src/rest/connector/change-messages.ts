import { deleteMessage, editMessage } from "../../chat/edit-message.ts";
import type { Message } from "../../state/model.ts";
import type { Connector } from "../../state/open-line.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text, upperKeys } from "../params.ts";
import { workingChannel } from "./access.ts";
import { findConnectorChat } from "./client.ts";
import { describedChat, readIncoming, type Incoming } from "./incoming.ts";

const SCOPES = ["imopenlines", "imconnector"];

/** What a client changed or took back outside. Bitrix24 docs: imconnector-update-messages, imconnector-delete-messages. */
export const changeMessagesMethods: RestMethod[] = [
  { name: "imconnector.update.messages", scopes: SCOPES, missing: "own", needsApp: true, run: updateMessages },
  { name: "imconnector.delete.messages", scopes: SCOPES, missing: "own", needsApp: true, run: deleteMessages },
];

function updateMessages(call: Call): Answer {
  return changeEach(call, (incoming, message) => {
    const sent = text(incoming.message, "text");
    if (message !== null) editMessage(call.portal, message, { text: sent });
    return { id: text(incoming.message, "id"), date: {}, text: sent };
  });
}

function deleteMessages(call: Call): Answer {
  return changeEach(
    call,
    (incoming, message) => {
      if (message !== null) deleteMessage(call.portal, message);
      return { id: text(incoming.message, "id") };
    },
    ({ switches }) => switches["DEL_EXTERNAL_MESSAGES"] !== false,
  );
}

/**
 * Messages are known by their numbers outside; one that never came, or that the connector may not change, is reported as
 * not changed.
 */
function changeEach(
  call: Call,
  change: (incoming: Incoming, message: Message | null) => object,
  isAllowed: (connector: Connector) => boolean = () => true,
): Answer {
  const params = upperKeys(call.params);
  const messages = readIncoming(params);
  const { connector, lineId } = workingChannel(call, params);
  const RESULT = messages.map((incoming) => {
    const message = isAllowed(connector) ? findMessage(call, connector, lineId, incoming) : null;
    const answered = {
      user: text(incoming.user, "id"),
      message: change(incoming, message),
      chat: describedChat(incoming.chat),
    };
    return { ...answered, SUCCESS: message !== null };
  });
  return { result: { SUCCESS: true, DATA: { RESULT } } };
}

function findMessage({ portal }: Call, connector: Connector, lineId: number, incoming: Incoming): Message | null {
  const outside = { chatId: text(incoming.chat, "id"), userId: text(incoming.user, "id") };
  const chat = findConnectorChat(portal, connector, lineId, outside);
  const id = text(incoming.message, "id");
  const isThis = (message: Message): boolean =>
    message.chatId === chat?.id && !message.isDeleted && message.connectorMessageIds?.includes(id) === true;
  return [...portal.state.messages.values()].find(isThis) ?? null;
}
