import type { B24Client, CallOptions } from "../client.ts";
import { B24Error } from "../error.ts";
import type { BotCaller } from "./bot-caller.ts";

export type FinishSession = BotCaller & {
  /** The number of the open line's chat, without `chat`. */
  chatId: string;
  /** An earlier call may have done it: then a bot that is not in the chat any more has left with it. */
  mayBeDone?: boolean;
};

/**
 * Ends an open line's session in which the bot is. The client's next message begins another.
 *
 * @throws B24Error `rejected` when the bot is not in the chat.
 * @see Bitrix24 docs: imopenlines.bot.session.finish
 */
export async function finishSession(client: B24Client, finish: FinishSession, options?: CallOptions): Promise<void> {
  const { botToken, chatId, mayBeDone = false } = finish;
  const session = { CHAT_ID: chatId, ...(botToken !== undefined && { CLIENT_ID: botToken }) };
  try {
    await client.call("imopenlines.bot.session.finish", session, options);
  } catch (error) {
    const hasLeft = error instanceof B24Error && error.portalCode === "BOT_ID_ERROR";
    if (!(mayBeDone && hasLeft)) throw error;
  }
}
