import { z } from "zod";

import { method } from "./method.ts";
import { Flag, Id, mapOf, Text } from "./wire-types.ts";

/** A webhook names its bot by the bot's token. Bitrix24 docs: imopenlines/openlines/chat-bots */
type Session = { CHAT_ID: string; CLIENT_ID?: string };

const HistoryMessage = z
  .object({ id: Id, senderid: Id, date: Text, text: Text })
  .transform(({ id, senderid, date, text }) => ({ id, authorId: senderid, date, text }));

/** Open Lines. Bitrix24 docs: api-reference/imopenlines/openlines */
export const openLineMethods = {
  /** To the next free operator of the line's queue. `WRONG_CHAT` when a person has it already. */
  "imopenlines.bot.session.operator": method<Session>()(Flag),
  /** QUEUE_ID is the id of the line's config. */
  "imopenlines.bot.session.transfer": method<
    Session & { USER_ID?: string; QUEUE_ID?: string; TRANSFER_ID?: string; LEAVE?: "Y" | "N" }
  >()(Flag),
  "imopenlines.bot.session.finish": method<Session>()(Flag),

  /** Messages in the order of their ids. */
  "imopenlines.session.history.get": method<{ SESSION_ID: string } | { CHAT_ID: string }>()(
    z
      .object({ chatId: Id, sessionId: Id, message: mapOf(HistoryMessage) })
      .transform(({ chatId, sessionId, message }) => ({
        chatId,
        sessionId,
        messages: Object.values(message).toSorted((a, b) => Number(a.id) - Number(b.id)),
      })),
  ),
};
