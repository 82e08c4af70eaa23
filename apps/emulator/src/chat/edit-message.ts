import { notifyBotsOfChange } from "../events/notify-bots.ts";
import type { Portal } from "../portal.ts";
import type { Message } from "../state/model.ts";
import { chatById } from "./find.ts";
import { cutText } from "./post-message.ts";

/** Changes what is given and leaves the rest; the other bots of the chat learn of it. */
export function editMessage(
  portal: Portal,
  message: Message,
  change: Partial<Pick<Message, "text" | "keyboard" | "attach">>,
): void {
  Object.assign(message, change, { text: cutText(change.text ?? message.text), editedAt: portal.now().toISOString() });
  portal.live.publish({ type: "message.updated", message });
  notifyBotsOfChange(portal, chatById(portal.state, message.chatId), message, "message.update");
}

/** Takes a message out of its chat. The record stays, so its number is not a surprise later. */
export function deleteMessage(portal: Portal, message: Message): void {
  // Whom it mentions decides which bots learn of it, so they are asked about the message as it was.
  const original = { ...message };
  Object.assign(message, { text: "", keyboard: [], attach: null, fileIds: [], isDeleted: true });
  message.editedAt = portal.now().toISOString();
  portal.live.publish({ type: "message.updated", message });
  notifyBotsOfChange(portal, chatById(portal.state, message.chatId), original, "message.delete");
}
