import type { BotColor } from "./bot-registration.ts";

export type NewChat = {
  title?: string;
  description?: string;
  color?: BotColor;
  /** An image in base64. */
  avatar?: string;
  userIds: readonly string[];
  /** v2 only; the bot owns the chat unless told otherwise. */
  ownerId?: string;
  /** Its first message. */
  message?: string;
};

/** What is left out stays as it is. v1 cannot change a description. */
export type ChatChange = { title?: string; description?: string; color?: BotColor; avatar?: string };

export type Chat = {
  /** `chat5`. */
  dialogId: string;
  /** `5`. */
  chatId: string;
  title: string;
  description: string;
  /** The portal's word, such as `chat`, `open`, `lines`. */
  type: string;
  ownerId: string | null;
  /** `LINES` for an open line; null for a plain chat. */
  entityType: string | null;
  entityId: string | null;
};
