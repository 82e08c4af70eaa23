import { notifyBotsOfChange } from "../events/notify-bots.ts";
import { notifyConnectorOfMessage } from "../events/notify-connector.ts";
import { notifySubscribers } from "../events/notify-subscribers.ts";
import type { Portal } from "../portal.ts";
import type { Message } from "../state/model.ts";
import { chatById } from "./find.ts";
import { cutText } from "./post-message.ts";

/** Changes what is given and leaves the rest; the other bots of the chat learn of it. */
export function editMessage(
  portal: Portal,
  message: Message,
  change: Partial<Pick<Message, "text" | "keyboard" | "attach" | "menu">>,
): void {
  Object.assign(message, change, { text: cutText(change.text ?? message.text), editedAt: portal.now().toISOString() });
  portal.live.publish({ type: "message.updated", message });
  const chat = chatById(portal.state, message.chatId);
  notifyBotsOfChange(portal, chat, message, "message.update");
  notifyConnectorOfMessage(portal, chatById(portal.state, message.chatId), message, "update");
  notifySubscribers(portal, { kind: "message.update", chat, message, actorId: message.authorId });
}

/** Deletes a message and its record with it; what answers or forwards it stands alone then. */
export function eraseMessage(portal: Portal, message: Message): void {
  deleteMessage(portal, message);
  portal.state.messages.delete(message.id);
}

/** Takes a message out of its chat. The record stays, so its number is not a surprise later. */
export function deleteMessage(portal: Portal, message: Message): void {
  // Whom it mentions decides which bots learn of it, so they are asked about the message as it was.
  const original = { ...message };
  Object.assign(message, { text: "", keyboard: [], attach: null, fileIds: [], isDeleted: true });
  message.editedAt = portal.now().toISOString();
  portal.live.publish({ type: "message.updated", message });
  const chat = chatById(portal.state, message.chatId);
  notifyBotsOfChange(portal, chat, original, "message.delete");
  notifyConnectorOfMessage(portal, chatById(portal.state, message.chatId), original, "delete");
  notifySubscribers(portal, { kind: "message.delete", chat, message: original, actorId: message.authorId });
}
