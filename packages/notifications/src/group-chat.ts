import { z } from "zod";

/**
 * A group chat as the portal names it: `chat42`, or `sg7` for the chat of a work group. A person's dialog is none: whom rules and
 * policies name as people is told by their wishes.
 *
 * @see https://apidocs.bitrix24.com/api-reference/chats/im-dialog-get.html
 */
export const GroupChat = z.string().refine((dialogId) => /^(?:chat|sg)[1-9]\d*$/.test(dialogId), {
  error: "This is no group chat, which is named like chat42",
  params: { fault: "group_chat" },
});

/** A dialog as the portal names it: a group chat, or the portal user id of the person with whom the bot has it. */
export const DialogId = z.string().refine((dialogId) => /^(?:chat|sg)?[1-9]\d*$/.test(dialogId), {
  error: "This is no dialog, which is named like chat42, or by a person's portal user id like 7",
});
