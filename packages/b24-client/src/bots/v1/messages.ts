import type { B24Client } from "../../client.ts";
import type { MessageVerbs } from "../bot-api.ts";
import type { MessageChange, MessageContent } from "../bot-message.ts";
import { isAlreadySo } from "../is-already-so.ts";
import { checkAttach, checkKeyboard, checkMessage, checkText } from "../message-content.ts";
import { callerOf, cannot, clientOf, UPDATE_PORTAL, yesNo } from "./caller.ts";

const READ_AS_PERSON = "read the dialog as the token's person, by listDialogMessages";

/** Bitrix24 docs: chat-bots/outdated/messages */
export function createMessageVerbs(client: B24Client): MessageVerbs {
  return {
    async sendMessage({ botId, botToken, dialogId, forOperators, replyTo, ...content }, options) {
      if (replyTo !== undefined) throw cannot("answer one message", `quote it in the text, or ${UPDATE_PORTAL}`);
      const message = {
        ...callerOf({ botId, botToken }),
        DIALOG_ID: dialogId,
        ...contentFields(content),
        ...(forOperators === true && { SKIP_CONNECTOR: "Y" }),
      };
      return { messageId: await client.call("imbot.message.add", message, options) };
    },

    async updateMessage({ botId, botToken, messageId, ...change }, options) {
      const message = { ...callerOf({ botId, botToken }), MESSAGE_ID: messageId, ...changeFields(change, botId) };
      await client.call("imbot.message.update", message, options);
    },

    async deleteMessage({ botId, botToken, messageId, isComplete = false }, options) {
      const message = { ...callerOf({ botId, botToken }), MESSAGE_ID: messageId, COMPLETE: yesNo(isComplete) };
      await client.call("imbot.message.delete", message, options);
    },

    async react({ botId, botToken, messageId, reaction, isSet }, options) {
      if (reaction !== "like") throw cannot(`react with ${reaction}`, `react with like, or ${UPDATE_PORTAL}`);
      const like = { ...callerOf({ botId, botToken }), MESSAGE_ID: messageId, ACTION: isSet ? "plus" : "minus" };
      await isAlreadySo(client.call("imbot.message.like", like, options), ["WITHOUT_CHANGES"]);
    },

    async answerCommand({ botToken, commandId, messageId, dialogId: _dialogId, botId: _botId, ...content }, options) {
      const answer = {
        ...clientOf(botToken),
        COMMAND_ID: commandId,
        MESSAGE_ID: messageId,
        ...contentFields(content),
      };
      return { messageId: await client.call("imbot.command.answer", answer, options) };
    },

    async readMessage() {
      throw cannot("read a message as the bot", READ_AS_PERSON);
    },
    async readAround() {
      throw cannot("read the messages around one as the bot", READ_AS_PERSON);
    },
    async markRead() {
      throw cannot("mark messages as read by the bot", `leave it, or ${UPDATE_PORTAL}`);
    },
  };
}

function contentFields(content: MessageContent) {
  const { text, keyboard, attach } = checkMessage(content, "v1");
  return {
    MESSAGE: text ?? "",
    ...(keyboard && { KEYBOARD: { BUTTONS: keyboard } }),
    ...(attach && { ATTACH: attach }),
    ...(content.isSystem === true && { SYSTEM: "Y" }),
    ...(content.urlPreview === false && { URL_PREVIEW: "N" }),
  };
}

/** On update command buttons lose their bot unless it is named. */
function changeFields(
  { text, buttons, attach, urlPreview }: Omit<MessageChange, "botId" | "messageId">,
  botId: string,
) {
  const keyboard = buttons == null ? undefined : checkKeyboard(buttons, "v1");
  return {
    ...(text !== undefined && { MESSAGE: checkText(text) }),
    ...(buttons !== undefined && { KEYBOARD: keyboard === undefined ? "N" : { BOT_ID: botId, BUTTONS: keyboard } }),
    ...(attach !== undefined && { ATTACH: attach === null ? "N" : checkAttach(attach, "v1") }),
    ...(urlPreview !== undefined && { URL_PREVIEW: yesNo(urlPreview) }),
  };
}
