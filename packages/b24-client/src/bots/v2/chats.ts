import type { B24Client } from "../../client.ts";
import type { ChatVerbs } from "../bot-api.ts";

const MEMBERS_PER_PAGE = 200;

/** Bitrix24 docs: chat-bots-v2/imbot.v2/chats, chat-bots-v2/imbot.v2/ui */
export function createChatVerbs(client: B24Client): ChatVerbs {
  return {
    async createChat({ botId, botToken }, { userIds, ...chat }, options) {
      const fields = { ...chat, userIds: [...userIds] };
      const made = await client.call("imbot.v2.Chat.add", { botId, botToken, fields }, options);
      const chatId = made.chat?.id ?? "";
      return { chatId, dialogId: made.chat?.dialogId ?? `chat${chatId}` };
    },

    async getChat({ botId, botToken, dialogId }, options) {
      const { chat } = await client.call("imbot.v2.Chat.get", { botId, botToken, dialogId }, options);
      const { id, name, description, type, owner, entityType, entityId } = chat ?? {};
      return {
        dialogId: chat?.dialogId ?? dialogId,
        chatId: id ?? "",
        title: name ?? "",
        description: description ?? "",
        type: type ?? "",
        ownerId: owner == null ? null : String(owner),
        entityType: entityType || null,
        entityId: entityId || null,
      };
    },

    async updateChat({ botId, botToken, dialogId }, change, options) {
      await client.call("imbot.v2.Chat.update", { botId, botToken, dialogId, fields: change }, options);
    },

    async leaveChat({ botId, botToken, dialogId }, options) {
      await client.call("imbot.v2.Chat.leave", { botId, botToken, dialogId }, options);
    },

    async setChatOwner({ botId, botToken, dialogId, userId }, options) {
      await client.call("imbot.v2.Chat.setOwner", { botId, botToken, dialogId, userId }, options);
    },

    async addChatMembers({ botId, botToken, dialogId, userIds }, options) {
      await client.call("imbot.v2.Chat.User.add", { botId, botToken, dialogId, userIds: [...userIds] }, options);
    },

    async removeChatMember({ botId, botToken, dialogId, userId }, options) {
      await client.call("imbot.v2.Chat.User.delete", { botId, botToken, dialogId, userId }, options);
    },

    async listChatMembers({ botId, botToken, dialogId }, options) {
      const members: string[] = [];
      for (let offset = 0; ; offset += MEMBERS_PER_PAGE) {
        const page = { botId, botToken, dialogId, limit: MEMBERS_PER_PAGE, offset };
        const users = await client.call("imbot.v2.Chat.User.list", page, options);
        members.push(...users.flatMap(({ id }) => id ?? []));
        if (users.length < MEMBERS_PER_PAGE) return members;
      }
    },

    async setChatManagers({ botId, botToken, dialogId, userIds, isManager }, options) {
      const method = isManager ? "imbot.v2.Chat.Manager.add" : "imbot.v2.Chat.Manager.delete";
      await client.call(method, { botId, botToken, dialogId, userIds: [...userIds] }, options);
    },

    async showTyping({ botId, botToken, dialogId, status, seconds }, options) {
      const action = {
        ...(status && { statusMessageCode: `IMBOT_AGENT_ACTION_${status.toUpperCase()}` }),
        ...(seconds !== undefined && { duration: Math.min(Math.max(Math.round(seconds), 1), 600) }),
      };
      await client.call("imbot.v2.Chat.InputAction.notify", { botId, botToken, dialogId, ...action }, options);
      return { hasStatus: status !== undefined };
    },

    async setTextField({ botId, botToken, dialogId, isEnabled }, options) {
      await client.call("imbot.v2.Chat.TextField.enabled", { botId, botToken, dialogId, enabled: isEnabled }, options);
    },
  };
}
