import { z } from "zod";

import { method } from "./method.ts";
import { Count, Flag, Id, listOf, mapOf, Text } from "./wire-types.ts";

/** A bot as a caller: `botToken` proves a webhook's right to it, and is left out with OAuth. */
export type BotCaller = { botId: string; botToken?: string | undefined };

/** `openline` serves clients only; `bot` is for employees, and for both with `isSupportOpenline`. */
export type BotType = "bot" | "supervisor" | "personal" | "openline";
export type EventMode = "fetch" | "webhook";
export type BotProperties = {
  name?: string;
  lastName?: string;
  workPosition?: string;
  color?: string;
  avatar?: string;
};
export type BotFields = {
  properties?: BotProperties;
  isHidden?: boolean;
  isReactionsEnabled?: boolean;
  isSupportOpenline?: boolean;
  eventMode?: EventMode;
  webhookUrl?: string;
};

/** One button of a flat keyboard, or the end of its row. Bitrix24 docs: chat-bots-v2/imbot.v2/messages/message-keyboards */
export type KeyboardButton =
  | { TYPE: "NEWLINE" }
  | {
      TEXT: string;
      DISPLAY?: "LINE" | "BLOCK";
      ACTION: "SEND" | "PUT" | "COPY" | "CALL" | "DIALOG";
      ACTION_VALUE: string;
    }
  | { TEXT: string; DISPLAY?: "LINE" | "BLOCK"; COMMAND: string; COMMAND_PARAMS: string }
  | { TEXT: string; DISPLAY?: "LINE" | "BLOCK"; LINK: string };

const Bot = z.object({
  id: Id,
  code: z.string(),
  type: Text,
  eventMode: Text,
  isHidden: Flag,
  isSupportOpenline: Flag,
});
const BotUser = z.object({ id: Id, name: Text });
const BotAnswer = z.object({ bot: Bot, users: listOf(BotUser) });

const ChatMessage = z.object({
  id: Id,
  chatId: Id,
  /** `0` is the portal itself. */
  authorId: Id,
  date: Text,
  text: Text,
  isSystem: Flag,
  uuid: Text,
});

const FetchedEvent = z.object({
  eventId: Count,
  type: z.string(),
  date: z
    .string()
    .nullish()
    .transform((date) => date ?? null),
  data: z.unknown(),
});

/** Bots API 2.0. Bitrix24 docs: chat-bots-v2 */
export const imbotMethods = {
  "imbot.v2.Revision.get": method<Record<string, never>>()(z.object({ rest: Count })),

  "imbot.v2.Bot.register": method<{
    fields: BotFields & {
      code: string;
      properties: BotProperties & { name: string };
      type?: BotType;
      botToken?: string;
    };
  }>()(BotAnswer),
  "imbot.v2.Bot.update": method<BotCaller & { fields: BotFields & { botToken?: string } }>()(BotAnswer),
  "imbot.v2.Bot.get": method<{ botId?: string; code?: string; botToken?: string }>()(BotAnswer),
  "imbot.v2.Bot.list": method<{ filter?: { type?: BotType }; limit?: number; offset?: number; botToken?: string }>()(
    z.object({ bots: listOf(Bot), hasNextPage: Flag }),
  ),

  "imbot.v2.Chat.Message.send": method<
    BotCaller & {
      dialogId: string;
      fields: {
        message?: string;
        keyboard?: KeyboardButton[];
        system?: boolean;
        urlPreview?: boolean;
        replyId?: string;
        templateId?: string;
        /** Keeps the message from an open line's client. */
        skipConnector?: boolean;
      };
    }
  >()(z.object({ id: Id, uuidMap: mapOf(Id) })),
  "imbot.v2.Chat.Message.getContext": method<BotCaller & { messageId: string; range?: number }>()(
    z.object({ messages: listOf(ChatMessage), hasPrevPage: Flag, hasNextPage: Flag }),
  ),

  "imbot.v2.Command.register": method<
    BotCaller & {
      fields: {
        /** Without the slash. */
        command: string;
        /** By language; not needed for a hidden command. */
        title?: Record<string, string>;
        params?: Record<string, string>;
        common?: boolean;
        hidden?: boolean;
        extranetSupport?: boolean;
      };
    }
  >()(z.object({ command: z.object({ id: Id, command: z.string() }) })),

  "imbot.v2.Event.get": method<BotCaller & { offset?: number | undefined; limit?: number | undefined }>()(
    z.object({
      events: listOf(FetchedEvent),
      nextOffset: Count.nullish().transform((offset) => offset ?? null),
      hasMore: Flag,
    }),
  ),

  /** The link is good once and holds a secret. */
  "imbot.v2.File.download": method<BotCaller & { fileId: string }>()(z.object({ downloadUrl: z.string().min(1) })),
};
