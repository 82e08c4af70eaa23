import type { B24Client, CallOptions } from "../client.ts";
import { B24Error } from "../error.ts";
import type { BotCaller } from "./bot-caller.ts";

export type HandOver = BotCaller & {
  /** The number of the open line's chat, without `chat`. */
  chatId: string;
};

/**
 * Gives an open line's client to the next free operator. Harmless to repeat: a dialog that a person already has stays
 * theirs.
 *
 * @see Bitrix24 docs: imopenlines.bot.session.operator
 */
export async function handOver(client: B24Client, handover: HandOver, options?: CallOptions): Promise<void> {
  const { botToken, chatId } = handover;
  const session = { CHAT_ID: chatId, ...(botToken === undefined ? {} : { CLIENT_ID: botToken }) };
  try {
    await client.call("imopenlines.bot.session.operator", session, options);
  } catch (error) {
    if (!isAlreadyHandedOver(error)) throw error;
  }
}

/** "Operator is not a bot": a person has the dialog. */
function isAlreadyHandedOver(error: unknown): boolean {
  return error instanceof B24Error && error.portalCode === "WRONG_CHAT";
}
