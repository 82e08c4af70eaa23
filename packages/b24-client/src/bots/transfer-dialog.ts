import type { B24Client, CallOptions } from "../client.ts";
import { B24Error } from "../error.ts";
import type { BotCaller } from "./bot-caller.ts";

export type Transfer = BotCaller & {
  /** The number of the open line's chat, without `chat`. */
  chatId: string;
  /** A line is named by the id of its settings, a person by their portal user id. */
  to: { kind: "line" | "person"; id: string };
  /** An earlier call may have done it: then a bot that is not in the chat any more has left with it. */
  mayBeDone?: boolean;
};

/**
 * Gives an open line's client to the queue of another line, or to one person; the bot leaves at once.
 *
 * @throws B24Error `rejected` when nobody can take the dialog there, or a person has it already.
 * @see Bitrix24 docs: imopenlines.bot.session.transfer
 */
export async function transferDialog(client: B24Client, transfer: Transfer, options?: CallOptions): Promise<void> {
  const { botToken, chatId, to, mayBeDone = false } = transfer;
  const target = to.kind === "line" ? { QUEUE_ID: to.id } : { USER_ID: to.id };
  const session = {
    CHAT_ID: chatId,
    ...target,
    LEAVE: "Y",
    ...(botToken !== undefined && { CLIENT_ID: botToken }),
  } as const;
  try {
    await client.call("imopenlines.bot.session.transfer", session, options);
  } catch (error) {
    const hasLeft = error instanceof B24Error && error.portalCode === "BOT_ID_ERROR";
    if (!(mayBeDone && hasLeft)) throw error;
  }
}
