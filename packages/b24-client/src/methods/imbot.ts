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
