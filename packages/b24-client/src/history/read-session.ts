import type { Dialog } from "@botdeck/core";

import type { B24Client, CallOptions } from "../client.ts";
import { B24Error } from "../error.ts";
import { at, textAt } from "../read-path.ts";
import { byId, type DialogHistory, readHistoryMessage, readPeople } from "./dialog-history.ts";

/** One session of an open line: a client's dialog from its begin to its close. */
export type SessionHistory = DialogHistory & { sessionId: string; dialog: Dialog };

/**
 * Reads a session of an open line, which supervisors of the line may read without being in the chat.
 *
 * @param which The session itself, or a chat, of which the latest session is read. Sessions are numbered in the order in
 *   which they begin, over all lines of a portal.
 * @returns null when there is no such session.
 * @throws B24Error when the token's person may not read it.
 * @see Bitrix24 docs: imopenlines.session.history.get
 */
export async function readSession(
  client: B24Client,
  which: { sessionId: string } | { chatId: string },
  options?: CallOptions,
): Promise<SessionHistory | null> {
  const params = "chatId" in which ? { CHAT_ID: which.chatId } : { SESSION_ID: which.sessionId };
  try {
    const answer = await client.call("imopenlines.session.history.get", params, options);
    const { chatId, sessionId, message, users } = answer;
    const chat = at(answer, "chat", chatId);
    const messages = Object.values(message).map(({ id, senderid, text = null, date = null, ...rest }) =>
      readHistoryMessage({ id, authorId: senderid, text, date, fileIds: rest.params?.["fileId"] }),
    );
    return {
      sessionId,
      dialog: {
        id: `chat${chatId}`,
        chatId,
        type: "open_line",
        title: textAt(chat, "name") ?? "",
        entityId: textAt(chat, "entityId") ?? textAt(chat, "entityid"),
      },
      messages: byId(messages),
      people: readPeople(users),
    };
  } catch (error) {
    if (error instanceof B24Error && error.portalCode === "INVALID_SESSION_ID") return null;
    throw error;
  }
}
