import type { B24Client, CallOptions } from "../client.ts";

export type DialogMessage = {
  id: string;
  /** Portal user id; `0` is the portal itself. */
  authorId: string;
  text: string;
  /** Null when the portal gave no readable time. */
  at: Date | null;
};

/**
 * The latest messages of a dialog, as the token's person may read them: an open line by its session's history, which
 * supervisors of a line may read without being in the chat, any other dialog by the chat itself.
 *
 * @param dialog.openLineChatId The chat's number when it belongs to an open line; null elsewhere.
 * @throws B24Error `forbidden` or `rejected` when this person may not read it.
 * @see Bitrix24 docs: imopenlines.session.history.get, im.dialog.messages.get
 */
export async function listDialogMessages(
  client: B24Client,
  dialog: { dialogId: string; openLineChatId: string | null },
  options?: CallOptions,
): Promise<DialogMessage[]> {
  const { dialogId, openLineChatId } = dialog;
  if (openLineChatId === null) {
    const { messages } = await client.call("im.dialog.messages.get", { DIALOG_ID: dialogId }, options);
    return messages.map(({ author_id, ...message }) => readMessage({ ...message, authorId: author_id }));
  }
  const { message } = await client.call("imopenlines.session.history.get", { CHAT_ID: openLineChatId }, options);
  const messages = Object.values(message).toSorted((one, other) => Number(one.id) - Number(other.id));
  return messages.map(({ senderid, ...rest }) => readMessage({ ...rest, authorId: senderid }));
}

type RawMessage = { id: string; authorId: string; text?: string | null; date?: string | null };

function readMessage({ id, authorId, text, date }: RawMessage): DialogMessage {
  return { id, authorId, text: text ?? "", at: readDate(date ?? "") };
}

function readDate(text: string): Date | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}
