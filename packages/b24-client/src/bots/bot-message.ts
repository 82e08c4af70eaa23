import type { Attach } from "../formats/attach.ts";
import type { BbText } from "../formats/bb.ts";
import type { Keyboard } from "../formats/keyboard.ts";
import type { BotCaller } from "./bot-caller.ts";

/** What a message shows; a text or an attach has to be there. */
export type MessageContent = {
  /** At most MAX_MESSAGE_LENGTH; part longer ones with splitMessage. BB codes are allowed, so escape what strangers wrote. */
  text?: string | BbText | undefined;
  buttons?: Keyboard | undefined;
  attach?: Attach | undefined;
  /** Written by the portal itself and not by the bot; such a message cannot be changed afterwards. */
  isSystem?: boolean | undefined;
  /** A picture of the first link; true by default. */
  urlPreview?: boolean | undefined;
};

export type OutgoingMessage = BotCaller &
  MessageContent & {
    /** As the event named it. */
    dialogId: string;
    /** An open line's client does not see it, operators do. */
    forOperators?: boolean | undefined;
    /** v2 only: the message that this one answers. */
    replyTo?: string | undefined;
  };

/** What is left out stays as it is; `null` takes it away. */
export type MessageChange = BotCaller & {
  messageId: string;
  text?: string | BbText;
  buttons?: Keyboard | null;
  /** Only v1 can take an attach away. */
  attach?: Attach | null;
  urlPreview?: boolean;
};

export type ReactionChange = BotCaller & {
  messageId: string;
  /** `like` in both versions; v2 knows 48, such as `redHeart` and `whiteHeavyCheckMark`. */
  reaction: string;
  isSet: boolean;
};

export type CommandAnswer = BotCaller &
  MessageContent & {
    commandId: string;
    /** The message that called it. */
    messageId: string;
    dialogId: string;
  };

/** What the bot is seen to be at; v1 only shows that it types. */
export type TypingStatus =
  | "thinking"
  | "searching"
  | "generating"
  | "analyzing"
  | "processing"
  | "translating"
  | "connecting"
  | "checking"
  | "calculating"
  | "reading_docs"
  | "composing";

export type ReadMessage = {
  id: string;
  chatId: string | null;
  /** `0` is the portal itself. */
  authorId: string;
  text: string;
  isSystem: boolean;
};
