import type { B24Client, CallOptions } from "../client.ts";
import { B24Error } from "../error.ts";

/**
 * What an operator does in an open line's chat, by a client that has their own rights. Chats are named by their number, without
 * `chat`.
 *
 * @module
 */

/**
 * Takes the dialog: the bot leaves it. Harmless for who has it already.
 *
 * @throws B24Error `forbidden` or `rejected` for who does not serve the line.
 * @see Bitrix24 docs: imopenlines.operator.answer
 */
export async function answerSessionAs(client: B24Client, chatId: string, options?: CallOptions): Promise<void> {
  await client.call("imopenlines.operator.answer", { CHAT_ID: chatId }, options);
}

/**
 * Writes as the person whose rights the client has.
 *
 * @param message.text BB codes are allowed, so escape what is to stand as it is.
 * @returns The portal's id of the message.
 * @see Bitrix24 docs: im.message.add
 */
export async function sayAs(
  client: B24Client,
  { dialogId, text }: { dialogId: string; text: string },
  options?: CallOptions,
): Promise<string> {
  return String(await client.call("im.message.add", { DIALOG_ID: dialogId, MESSAGE: text }, options));
}

/**
 * Gives the dialog to the queue of a line, or to one person.
 *
 * @throws B24Error `rejected` when nobody can take the dialog there.
 * @see Bitrix24 docs: imopenlines.operator.transfer
 */
export async function transferAs(
  client: B24Client,
  { chatId, to }: { chatId: string; to: { kind: "line" | "person"; id: string } },
  options?: CallOptions,
): Promise<void> {
  const target = to.kind === "line" ? { QUEUE_ID: to.id } : { USER_ID: to.id };
  await client.call("imopenlines.operator.transfer", { CHAT_ID: chatId, ...target }, options);
}

/**
 * Ends the session, one's own or that of another operator.
 *
 * @throws B24Error `forbidden` or `rejected` for who does not serve the line.
 * @see Bitrix24 docs: imopenlines.operator.finish, imopenlines.operator.another.finish
 */
export async function finishSessionAs(client: B24Client, chatId: string, options?: CallOptions): Promise<void> {
  try {
    await client.call("imopenlines.operator.finish", { CHAT_ID: chatId }, options);
  } catch (error) {
    // It is another's, or nobody's yet, which takes a method of its own.
    if (!(error instanceof B24Error) || error.portalCode !== "ACCESS_DENIED") throw error;
    await client.call("imopenlines.operator.another.finish", { CHAT_ID: chatId }, options);
  }
}
