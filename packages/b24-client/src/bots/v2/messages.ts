import type { B24Client } from "../../client.ts";
import { toReadMessage } from "../read-message.ts";
import type { MessageVerbs } from "../bot-api.ts";
import type { MessageChange, MessageContent } from "../bot-message.ts";
import { isAlreadySo } from "../is-already-so.ts";
import { checkAttach, checkKeyboard, checkMessage, checkText } from "../message-content.ts";
import { unsupported } from "../unsupported.ts";

/** Bitrix24 docs: chat-bots-v2/imbot.v2/messages */
export function createMessageVerbs(client: B24Client): MessageVerbs {
  return {
    async sendMessage({ botId, botToken, dialogId, forOperators, replyTo, ...content }, options) {
      const fields = {
        ...contentFields(content),
        ...(forOperators === true && { skipConnector: true }),
        ...(replyTo !== undefined && { replyId: replyTo }),
      };
      const message = { botId, botToken, dialogId, fields };
      const sent = await client.call("imbot.v2.Chat.Message.send", message, options);
      return { messageId: sent.id };
    },

    async updateMessage({ botId, botToken, messageId, ...change }, options) {
      const message = { botId, botToken, messageId, fields: changeFields(change, botId) };
      await client.call("imbot.v2.Chat.Message.update", message, options);
    },

    async deleteMessage({ botId, botToken, messageId, isComplete = false }, options) {
      const message = { botId, botToken, messageId, complete: isComplete };
      await client.call("imbot.v2.Chat.Message.delete", message, options);
    },

    async react({ botId, botToken, messageId, reaction, isSet }, options) {
      const method = isSet ? "imbot.v2.Chat.Message.Reaction.add" : "imbot.v2.Chat.Message.Reaction.delete";
      await isAlreadySo(client.call(method, { botId, botToken, messageId, reaction }, options), [
        isSet ? "REACTION_ALREADY_SET" : "REACTION_NOT_FOUND",
      ]);
    },

    async answerCommand({ botId, botToken, commandId, messageId, dialogId, ...content }, options) {
      const answer = { botId, botToken, commandId, messageId, dialogId, fields: contentFields(content) };
      await client.call("imbot.v2.Command.answer", answer, options);
      return { messageId: null };
    },

    async readMessage({ botId, botToken, messageId }, options) {
      const { message } = await client.call("imbot.v2.Chat.Message.get", { botId, botToken, messageId }, options);
      return toReadMessage(message);
    },

    async readAround({ botId, botToken, messageId, range = 50 }, options) {
      const query = { botId, botToken, messageId, range };
      const { messages } = await client.call("imbot.v2.Chat.Message.getContext", query, options);
      return messages.map(toReadMessage);
    },

    async markRead({ botId, botToken, dialogId, messageId }, options) {
      await client.call("imbot.v2.Chat.Message.read", { botId, botToken, dialogId, messageId }, options);
    },
  };
}

function contentFields(content: MessageContent) {
  const { text, keyboard, attach } = checkMessage(content, "v2");
  return {
    ...(text !== undefined && { message: text }),
    ...(keyboard && { keyboard }),
    ...(attach && { attach }),
    ...(content.isSystem === true && { system: true }),
    ...(content.urlPreview === false && { urlPreview: false }),
  };
}

/** On update command buttons lose their bot unless it is named. */
function changeFields(
  { text, buttons, attach, urlPreview }: Omit<MessageChange, "botId" | "messageId">,
  botId: string,
) {
  if (attach === null) {
    throw unsupported("v2", "take an attach away from a message", "delete the message and send it anew");
  }
  const keyboard = buttons == null ? undefined : checkKeyboard(buttons, "v2");
  return {
    ...(text !== undefined && { message: checkText(text) }),
    ...(buttons !== undefined && { keyboard: keyboard === undefined ? "N" : { BOT_ID: botId, BUTTONS: keyboard } }),
    ...(attach !== undefined && { attach: checkAttach(attach, "v2") }),
    ...(urlPreview !== undefined && { urlPreview: urlPreview ? "Y" : "N" }),
  };
}
