import { z } from "zod";

import { method } from "./method.ts";
import { Id, listOf, Text } from "./wire-types.ts";

const DialogMessage = z
  .object({ id: Id, chat_id: Id, author_id: Id, date: Text, text: Text, uuid: Text })
  .transform(({ id, chat_id, author_id, date, text, uuid }) => ({
    id,
    chatId: chat_id,
    authorId: author_id,
    date,
    text,
    uuid,
  }));

/** Chats as the token's person sees them. Bitrix24 docs: api-reference/chats */
export const imMethods = {
  /** Newest first; `LAST_ID` pages towards older ones, `FIRST_ID` towards newer. */
  "im.dialog.messages.get": method<{ DIALOG_ID: string; LAST_ID?: string; FIRST_ID?: string; LIMIT?: number }>()(
    z
      .object({ chat_id: Id, messages: listOf(DialogMessage) })
      .transform(({ chat_id, messages }) => ({ chatId: chat_id, messages })),
  ),
};
