import type { Button } from "@botdeck/core";

import type { B24Client, CallOptions } from "./client.ts";
import { toKeyboard } from "./formats/keyboard.ts";
import type { BotCaller } from "./methods/imbot.ts";

export type OutgoingMessage = BotCaller & {
  /** As the event named it. */
  dialogId: string;
  /** At most MAX_MESSAGE_LENGTH; part longer ones with splitMessage. BB codes are allowed, so escape what strangers wrote. */
  text: string;
  buttons?: readonly (readonly Button[])[] | undefined;
  /** An open line's client does not see it, operators do. */
  forOperators?: boolean | undefined;
};

/**
 * Posts a message as the bot. The portal has no idempotency key for it: with outcome `unknown` it may stand in the chat.
 *
 * @returns The portal's id of the message.
 * @see Bitrix24 docs: imbot.v2.Chat.Message.send
 */
export async function sendMessage(
  client: B24Client,
  { botId, botToken, dialogId, text, buttons = [], forOperators = false }: OutgoingMessage,
  options?: CallOptions,
): Promise<{ messageId: string }> {
  const keyboard = toKeyboard(buttons);
  const fields = {
    message: text,
    ...(keyboard.length > 0 ? { keyboard } : {}),
    ...(forOperators ? { skipConnector: true } : {}),
  };
  const sent = await client.call("imbot.v2.Chat.Message.send", { botId, botToken, dialogId, fields }, options);
  return { messageId: sent.id };
}
