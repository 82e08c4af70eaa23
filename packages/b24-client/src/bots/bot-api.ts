import type { CallOptions } from "../client.ts";
import type { BotApiVersion } from "../formats/message-limits.ts";
import type { BotCaller } from "./bot-caller.ts";
import type { Chat, ChatChange, NewChat } from "./bot-chat.ts";
import type { CommandIds, CommandSync } from "./bot-command.ts";
import type {
  CommandAnswer,
  MessageChange,
  OutgoingMessage,
  ReactionChange,
  ReadMessage,
  TypingStatus,
} from "./bot-message.ts";
import type { BotChanges, BotRegistration, ListedBot } from "./bot-registration.ts";
import type { EventPage } from "./event-page.ts";

/** Bots, their commands and the messages they write. */
export interface BotVerbs {
  /**
   * Makes the portal's bot what it should be, whether or not it was there before. May be repeated.
   *
   * @throws AppError `conflict` when a bot of this code is there with another type, which cannot be changed.
   */
  register(bot: BotRegistration, options?: CallOptions): Promise<{ bitrixBotId: string }>;
  update(bot: BotCaller, changes: BotChanges, options?: CallOptions): Promise<void>;
  unregister(bot: BotCaller, options?: CallOptions): Promise<void>;
  /** v2 gives the app's own bots, v1 all of the portal. */
  list(credentials: { botToken?: string | undefined }, options?: CallOptions): Promise<ListedBot[]>;
  /** Registers the commands that are new, updates the others and takes away the rest. @returns The ids to keep for the next time. */
  syncCommands(bot: BotCaller, sync: CommandSync, options?: CallOptions): Promise<CommandIds>;
}

export interface MessageVerbs {
  /**
   * Posts one message as the bot. The portal has no idempotency key for it: with outcome `unknown` it may stand in the
   * chat.
   *
   * @throws AppError `invalid` for what the portal would cut or refuse: a text over the limit, a button, a block.
   */
  sendMessage(message: OutgoingMessage, options?: CallOptions): Promise<{ messageId: string }>;
  updateMessage(change: MessageChange, options?: CallOptions): Promise<void>;
  /** @param message.isComplete Without a trace; else the chat says that a message was deleted. */
  deleteMessage(message: BotCaller & { messageId: string; isComplete?: boolean }, options?: CallOptions): Promise<void>;
  /** Setting what is set, and taking away what is not there, is done. */
  react(change: ReactionChange, options?: CallOptions): Promise<void>;
  /** Answers where the command was called, also where the bot is no member. v2 gives no message id. */
  answerCommand(answer: CommandAnswer, options?: CallOptions): Promise<{ messageId: string | null }>;
  /** v2 only, for bots of type supervisor and personal. */
  readMessage(message: BotCaller & { messageId: string }, options?: CallOptions): Promise<ReadMessage>;
  /** The messages around one. v2 only, for bots of type supervisor and personal. @param message.range 1 to 50. */
  readAround(message: BotCaller & { messageId: string; range?: number }, options?: CallOptions): Promise<ReadMessage[]>;
  /** v2 only. Up to this message, or all. */
  markRead(dialog: BotCaller & { dialogId: string; messageId?: string }, options?: CallOptions): Promise<void>;
}

export interface ChatVerbs {
  createChat(bot: BotCaller, chat: NewChat, options?: CallOptions): Promise<{ dialogId: string; chatId: string }>;
  /** In v1 as the token's person, who must be a member. */
  getChat(dialog: BotCaller & { dialogId: string }, options?: CallOptions): Promise<Chat>;
  updateChat(dialog: BotCaller & { dialogId: string }, change: ChatChange, options?: CallOptions): Promise<void>;
  leaveChat(dialog: BotCaller & { dialogId: string }, options?: CallOptions): Promise<void>;
  setChatOwner(dialog: BotCaller & { dialogId: string; userId: string }, options?: CallOptions): Promise<void>;
  addChatMembers(
    dialog: BotCaller & { dialogId: string; userIds: readonly string[] },
    options?: CallOptions,
  ): Promise<void>;
  removeChatMember(dialog: BotCaller & { dialogId: string; userId: string }, options?: CallOptions): Promise<void>;
  /** Portal user ids, the bot's own among them. */
  listChatMembers(dialog: BotCaller & { dialogId: string }, options?: CallOptions): Promise<string[]>;
  setChatManagers(
    dialog: BotCaller & { dialogId: string; userIds: readonly string[]; isManager: boolean },
    options?: CallOptions,
  ): Promise<void>;
  /**
   * Shows that the bot is at work. v1 has neither status nor time and shows plain typing.
   *
   * @param typing.seconds 1 to 600.
   * @returns Whether the status is shown.
   */
  showTyping(
    typing: BotCaller & { dialogId: string; status?: TypingStatus; seconds?: number },
    options?: CallOptions,
  ): Promise<{ hasStatus: boolean }>;
  /** v2 only: lets people write, or not. */
  setTextField(dialog: BotCaller & { dialogId: string; isEnabled: boolean }, options?: CallOptions): Promise<void>;
}

export interface EventVerbs {
  /**
   * Reads the events waiting for a bot in fetch mode. v2 only.
   *
   * @param query.offset Confirms all events below it; left out on the first call.
   * @param query.limit 1 to 1,000; 100 by default.
   */
  getEvents(
    query: BotCaller & { offset?: number | undefined; limit?: number | undefined },
    options?: CallOptions,
  ): Promise<EventPage>;
  /** A link good once and soon dead; it holds a secret. v1 asks as the token's person. */
  fileLink(file: BotCaller & { fileId: string }, options?: CallOptions): Promise<string>;
}

/**
 * A portal's bots, whichever API it has. What a version cannot do is an AppError `unsupported` that says what to do
 * instead, thrown before anything is sent.
 */
export interface BotApi extends BotVerbs, MessageVerbs, ChatVerbs, EventVerbs {
  readonly version: BotApiVersion;
}
