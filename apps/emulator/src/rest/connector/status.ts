import { setReadUpTo } from "../../chat/unread.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, record, text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { ownConnector, requireArguments } from "./access.ts";

const SCOPES = ["imopenlines", "imconnector"];

/** What became of messages that went out. Bitrix24 docs: imconnector-send-status-*. */
export const connectorStatusMethods: RestMethod[] = [
  { name: "imconnector.send.status.delivery", scopes: SCOPES, missing: "own", needsApp: true, run: confirm },
  { name: "imconnector.send.status.reading", scopes: SCOPES, missing: "own", needsApp: true, run: confirm },
];

/** The numbers that a message has outside are kept for later changes; a delivered message counts as read too. */
function confirm(call: Call): Answer {
  const { portal } = call;
  const params = upperKeys(call.params);
  requireArguments(params, "CONNECTOR", "LINE", "MESSAGES");
  const connector = ownConnector(call, text(params, "CONNECTOR"));
  if (connector === null) {
    throw badRequest("IMCONNECTOR_NO_CORRECT_PROVIDER", "Could not find a suitable provider for the connector");
  }
  for (const item of list(params, "MESSAGES")) {
    const parts = typeof item === "object" && item !== null ? { ...item } : {};
    const message = portal.state.messages.get(integer(record(parts, "im"), "message_id") ?? 0);
    const chat = message === undefined ? undefined : portal.state.chats.get(message.chatId);
    if (message === undefined || chat === undefined || !chat.entityId.startsWith(`${connector.id}|`)) continue;
    message.connectorMessageIds = list(record(parts, "message"), "id").map(String);
    message.deliveredAt = isoDate(portal.now());
    if ((chat.readUpTo[String(chat.ownerId)] ?? 0) < message.id) setReadUpTo(portal, chat, chat.ownerId, message.id);
  }
  return { result: { SUCCESS: true, DATA: [] } };
}
