import { randomUUID } from "node:crypto";

import { notifyBotsOfMessage } from "../events/notify-bots.ts";
import { notifyConnectorOfMessage } from "../events/notify-connector.ts";
import { notifySubscribers } from "../events/notify-subscribers.ts";
import type { Portal } from "../portal.ts";
import type { Chat, Message } from "../state/model.ts";
import { nextId } from "../state/state.ts";
import { noteTaskComment } from "../task/comment-in-chat.ts";
import { PORTAL_AUTHOR_ID } from "./find.ts";

/** Longer text is cut, not refused. Bitrix24 docs: chat-bots-v2, restrictions. */
const MAX_TEXT_LENGTH = 20_000;
const CUT_MARK = " (...)";

export type Draft = Pick<Message, "authorId" | "text"> &
  Partial<
    Pick<
      Message,
      | "keyboard"
      | "menu"
      | "attach"
      | "fileIds"
      | "isSystem"
      | "forOperators"
      | "replyToId"
      | "forwardOfId"
      | "isSilentForClient"
      | "connectorMessageIds"
      | "uuid"
    >
  >;

/** Puts a message into a chat, shows it, and tells the bots that may read it. */
export function postMessage(portal: Portal, chat: Chat, draft: Draft): Message {
  const message: Message = {
    keyboard: [],
    attach: null,
    fileIds: [],
    isSystem: false,
    // Who works with a client's dialog in silence is heard by operators only.
    forOperators: chat.silentFor?.includes(draft.authorId) ?? false,
    replyToId: null,
    forwardOfId: null,
    uuid: randomUUID(),
    ...draft,
    id: nextId(portal.state, "message"),
    chatId: chat.id,
    text: cutText(draft.text),
    isDeleted: false,
    reactions: {},
    at: portal.now().toISOString(),
    editedAt: null,
  };
  portal.state.messages.set(message.id, message);
  portal.live.publish({ type: "message", message });
  notifyBotsOfMessage(portal, chat, message);
  noteTaskComment(portal, chat, message);
  notifyConnectorOfMessage(portal, chat, message, "add");
  notifySubscribers(portal, { kind: "message.add", chat, message, actorId: message.authorId });
  return message;
}

/** A line written by the portal itself; the client of an open line does not see it. */
export function postSystemMessage(portal: Portal, chat: Chat, text: string): Message {
  return postMessage(portal, chat, { authorId: PORTAL_AUTHOR_ID, text, isSystem: true, forOperators: true });
}

/** Text as the portal keeps it. */
export function cutText(text: string): string {
  return text.length <= MAX_TEXT_LENGTH ? text : text.slice(0, MAX_TEXT_LENGTH) + CUT_MARK;
}
