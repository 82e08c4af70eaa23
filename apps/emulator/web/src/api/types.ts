export type Role = "client" | "employee" | "operator" | "manager" | "bot";

export type Presence = "online" | "dnd" | "away";

export type Person = {
  id: string;
  name: string;
  role: Role;
  language: "ru" | "en";
  color: string;
  position: string;
  /** Null for clients, who have no account. */
  presence: Presence | null;
  /** Messages they have not read, in all their dialogs. */
  unread: number;
};

export type LineOwner = "bot" | "queue" | "operator" | "closed";

export type Dialog = {
  id: string;
  chatId: string;
  type: "open_line" | "private" | "group";
  title: string;
  memberIds: string[];
  /** Who answers an open line now; null in other chats. */
  lineOwner: LineOwner | null;
  operatorId: string | null;
  lastMessage: Message | null;
  unread: number;
  /** The last message that each person has read. */
  readUpTo: Record<string, string>;
};

/** A button as Bitrix24 writes it; a keyboard is a flat list in which `TYPE: "NEWLINE"` starts a row. */
export type KeyboardButton = Partial<
  Record<"TEXT" | "ACTION_VALUE" | "COMMAND" | "COMMAND_PARAMS" | "WIDTH", string | number> &
    Record<"TYPE" | "LINK" | "ACTION" | "DISABLED" | "BLOCK" | "DISPLAY" | "CONTEXT", string> &
    Record<"BG_COLOR" | "TEXT_COLOR" | "OFF_BG_COLOR" | "OFF_TEXT_COLOR" | "BG_COLOR_TOKEN", string>
>;

export type MessageFile = { id: string; name: string; sizeBytes: number; type: string; url: string };

export type Message = {
  id: string;
  dialogId: string;
  /** "0" is the portal itself. */
  authorId: string;
  authorName: string;
  /** With BB codes. */
  text: string;
  keyboard: KeyboardButton[];
  /** As the bot sent it; `readAttach` makes sense of it. */
  attach: unknown;
  files: MessageFile[];
  isSystem: boolean;
  /** The client does not see it. */
  forOperators: boolean;
  /** What was taken away keeps its place, without its text. */
  isDeleted: boolean;
  /** Reaction → the people who gave it. */
  reactions: Record<string, string[]>;
  replyTo: { id: string; authorName: string; text: string } | null;
  at: string;
  editedAt: string | null;
};

/** A command that can be typed in a dialog, with its texts in the player's language. */
export type BotCommand = { id: string; botId: string; command: string; title: string; params: string };

export type NewFile = { name: string; contentBase64: string };

export type Health = { ok: true; portal: { memberId: string; domain: string } };

/** Says that something on the portal has changed. The object comes along too, but readers load afresh what they show. */
export type Change =
  | { type: "message" | "message.updated"; dialogId: string; authorId: string }
  | { type: "dialog" | "task" | "people" | "faults" | "notification" | "notification.removed" }
  | Typing
  /** An event of the portal's business, such as `ONCRMDEALUPDATE`. */
  | { type: "portal"; event: string };

/** An entry in the bell of one person. */
export type Notification = {
  id: string;
  /** "0" is the portal itself. */
  authorId: string;
  kind: "confirm" | "personal" | "system";
  title: string;
  /** With BB codes. */
  text: string;
  /** What a `confirm` asks. */
  buttons: { title: string; value: string }[];
  isRead: boolean;
  at: string;
};

/** Somebody writes, or a bot says by a code of Bitrix24 what it does. */
export type Typing = {
  type: "typing";
  dialogId: string;
  personId: string;
  statusCode: string | null;
  durationMs: number;
};
