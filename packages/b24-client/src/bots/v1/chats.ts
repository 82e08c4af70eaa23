import type { B24Client } from "../../client.ts";
import type { ChatVerbs } from "../bot-api.ts";
import { callerOf, cannot, chatIdOf, colorOf, UPDATE_PORTAL, yesNo } from "./caller.ts";

/** Bitrix24 docs: chat-bots/outdated/chats */
export function createChatVerbs(client: B24Client): ChatVerbs {
  return {
    async createChat(bot, { title, description, color, avatar, userIds, ownerId, message }, options) {
      if (ownerId !== undefined) throw cannot("create a chat for another owner", "create it, then use setChatOwner");
      const chat = {
        ...callerOf(bot),
        TYPE: "CHAT",
        USERS: [...userIds],
        ...(title !== undefined && { TITLE: title }),
        ...(description !== undefined && { DESCRIPTION: description }),
        ...(color !== undefined && { COLOR: colorOf(color) }),
        ...(avatar !== undefined && { AVATAR: avatar }),
        ...(message !== undefined && { MESSAGE: message }),
      };
      const chatId = await client.call("imbot.chat.add", chat, options);
      return { chatId, dialogId: `chat${chatId}` };
    },

    async getChat({ dialogId }, options) {
      const chat = await client.call("imbot.dialog.get", { DIALOG_ID: dialogId }, options);
      return {
        dialogId: chat.dialog_id ?? dialogId,
        chatId: chat.id ?? "",
        title: chat.name ?? "",
        description: chat.description ?? "",
        type: chat.type ?? "",
        ownerId: chat.owner == null ? null : String(chat.owner),
        entityType: chat.entity_type || null,
        entityId: chat.entity_id || null,
      };
    },

    /** One call for each thing that changes; a later one may fail when the earlier ones are done. */
    async updateChat({ dialogId, ...bot }, { title, description, color, avatar }, options) {
      if (description !== undefined) {
        throw cannot("change a chat's description", `give it when the chat is created, or ${UPDATE_PORTAL}`);
      }
      const chat = { ...callerOf(bot), CHAT_ID: chatIdOf(dialogId) };
      if (title !== undefined) {
        await client.call("imbot.chat.updateTitle", { ...chat, TITLE: title }, options);
      }
      if (color !== undefined) {
        await client.call("imbot.chat.updateColor", { ...chat, COLOR: colorOf(color) }, options);
      }
      if (avatar !== undefined) {
        await client.call("imbot.chat.updateAvatar", { ...chat, AVATAR: avatar }, options);
      }
    },

    async leaveChat({ dialogId, ...bot }, options) {
      const chat = { ...callerOf(bot), CHAT_ID: chatIdOf(dialogId) };
      await client.call("imbot.chat.leave", chat, options);
    },

    async setChatOwner({ dialogId, userId, ...bot }, options) {
      const chat = { ...callerOf(bot), CHAT_ID: chatIdOf(dialogId), USER_ID: userId };
      await client.call("imbot.chat.setOwner", chat, options);
    },

    async addChatMembers({ dialogId, userIds, ...bot }, options) {
      const chat = { ...callerOf(bot), CHAT_ID: chatIdOf(dialogId), USERS: [...userIds] };
      await client.call("imbot.chat.user.add", chat, options);
    },

    async removeChatMember({ dialogId, userId, ...bot }, options) {
      const chat = { ...callerOf(bot), CHAT_ID: chatIdOf(dialogId), USER_ID: userId };
      await client.call("imbot.chat.user.delete", chat, options);
    },

    async listChatMembers({ dialogId, ...bot }, options) {
      const chat = { ...callerOf(bot), CHAT_ID: chatIdOf(dialogId) };
      return (await client.call("imbot.chat.user.list", chat, options)).map(String);
    },

    async setChatManagers({ dialogId, userIds, isManager, ...bot }, options) {
      const chat = { ...callerOf(bot), CHAT_ID: chatIdOf(dialogId), IS_MANAGER: yesNo(isManager) };
      for (const userId of userIds) {
        await client.call("imbot.chat.setManager", { ...chat, USER_ID: userId }, options);
      }
    },

    async showTyping({ botId, botToken, dialogId }, options) {
      const dialog = { ...callerOf({ botId, botToken }), DIALOG_ID: dialogId };
      await client.call("imbot.chat.sendTyping", dialog, options);
      return { hasStatus: false };
    },

    async setTextField() {
      throw cannot("switch the text field", `say in a message that no answer is needed, or ${UPDATE_PORTAL}`);
    },
  };
}
