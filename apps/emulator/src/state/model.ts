/** Who a person of the demo portal is. A client comes from outside through the open line; the others have accounts. */
export type Role = "client" | "employee" | "operator" | "manager" | "bot";
export type Language = "ru" | "en";

export type Person = {
  id: number;
  firstName: string;
  lastName: string;
  role: Role;
  language: Language;
  color: string;
  gender: "M" | "F";
  workPosition: string;
  /** Address of the picture; none while it is missing. */
  avatar?: string;
};

/** `app` bots belong to a client_id; `custom` ones to the key that a webhook caller chose (v1 CLIENT_ID, v2 botToken). */
export type BotOwner = { kind: "app" | "custom"; key: string };

export type Bot = {
  /** The same number as the bot's person. */
  id: number;
  code: string;
  type: "bot" | "openline" | "supervisor" | "personal";
  /** Events come in the format of the API that registered the bot. */
  api: "v1" | "v2";
  owner: BotOwner;
  eventMode: "webhook" | "fetch";
  /** v2 webhook mode: where every event goes. */
  webhookUrl: string | null;
  /** v1: one address per event name. */
  handlers: Record<string, string>;
  isHidden: boolean;
  isSupportOpenline: boolean;
  isReactionsEnabled: boolean;
  backgroundId: string | null;
};

export type Command = {
  id: number;
  botId: number;
  /** Without the slash. */
  name: string;
  title: Record<string, string>;
  params: Record<string, string>;
  isCommon: boolean;
  isHidden: boolean;
  extranetSupport: boolean;
  /** v1 only: v2 commands use the bot's own delivery. */
  handlerUrl: string | null;
};

export type Chat = {
  id: number;
  kind: "private" | "group" | "open_line";
  title: string;
  ownerId: number;
  memberIds: number[];
  /** What a chat belongs to, such as `CRM` and `DEAL|12`; for open lines `LINES` and `connector|line|chat|user`. */
  entityType: string;
  entityId: string;
  color: string;
  description: string;
  /** The address of its picture; empty for none. */
  avatar: string;
  /** True for a group that everybody of the portal may find and join. */
  isOpen: boolean;
  /** Who may change the chat beside its owner. */
  managerIds: number[];
  /** Who switched its notifications off. */
  mutedIds: number[];
  createdAt: string;
  /** Open lines: the session that runs, or the last one. */
  sessionId: number | null;
  /** Last message a person has read, by person id. */
  readUpTo: Record<string, number>;
  /** Last message that a person does not see, by person id: they were added without the history. */
  hiddenUpTo?: Record<string, number>;
  /** False while a bot has closed the text field: only its buttons answer. */
  isTextFieldEnabled?: boolean;
  /** Open lines: operators who keep the dialog at hand, and those who write unseen by the client. */
  pinnedBy?: number[];
  silentFor?: number[];
  /** Open lines: the CRM entities that the dialog is bound to. */
  crmBindings?: CrmBinding[];
};

export type CrmBinding = { type: "LEAD" | "DEAL" | "CONTACT" | "COMPANY"; id: number };

export type LineOwner = "bot" | "queue" | "operator" | "closed";

export type Session = {
  id: number;
  chatId: number;
  owner: LineOwner;
  /** The bot that took the session; null when the line has none. */
  botId: number | null;
  /** Who answers, or whom a transfer named while the dialog waits in the queue. */
  operatorId: number | null;
  startedAt: string;
  closedAt: string | null;
  /** The line that it belongs to; the portal's first one when it is missing. */
  lineId?: number;
  /** WELCOME_BOT_TIME: from then on the queue takes it from the bot. */
  botUntil?: string;
  /** Operators who passed it on: the queue offers it to the others first. */
  skippedBy?: number[];
  isSpam?: boolean;
  /** The manager's mark, 1 to 5, and comment. */
  headVote?: { rating: number; comment: string | null };
};

/** One entry of the flat list that Bitrix24 calls a keyboard; `TYPE: "NEWLINE"` ends a row. */
export type KeyboardButton = Record<string, string | number>;

export type Message = {
  id: number;
  chatId: number;
  /** 0 is the portal itself. */
  authorId: number;
  text: string;
  keyboard: KeyboardButton[];
  attach: unknown;
  fileIds: number[];
  isSystem: boolean;
  /** `skipConnector`: the client of an open line does not see it. */
  forOperators: boolean;
  isDeleted: boolean;
  uuid: string;
  /** The message that this one answers. */
  replyToId: number | null;
  /** The message that was forwarded here. */
  forwardOfId: number | null;
  /** Reaction, such as `like`, → who gave it. */
  reactions: Record<string, number[]>;
  at: string;
  editedAt: string | null;
  /** Entries of the context menu, with the keys of buttons. */
  menu?: KeyboardButton[];
  /** `silentConnector`: goes to the client's channel without a sound. */
  isSilentForClient?: boolean;
  /** Numbers of the message in the channel outside, as its connector told them. */
  connectorMessageIds?: string[];
  deliveredAt?: string;
};

/** A file of a chat, numbered together with the objects of the disk. */
export type StoredFile = {
  id: number;
  chatId: number;
  name: string;
  extension: string;
  type: "file" | "image" | "video" | "audio";
  sizeBytes: number;
  /** The number of its bytes in the file store. */
  contentId: number;
  /** In pixels, of a picture. */
  image?: { width: number; height: number };
  authorId: number;
  at: string;
};

/** `at`: when it was made, in milliseconds since 1970. */
export type DownloadLink = { id: string; fileId: number; at?: number };

export type { Task } from "./task.ts";

export type App = {
  /** client_id */
  id: string;
  number: number;
  name: string;
  secret: string;
  handlerUrl: string;
  redirectUrl: string;
  scopes: string[];
  applicationToken: string;
  version: number;
  /** False for an app with pages until its page has called `BX24.installFinish()`: so long it hears no events. */
  isInstalled: boolean;
  hasPages: boolean;
  installerId: number;
  /** Who may use it; null for everybody with an account. */
  userIds: number[] | null;
  status: "L" | "F" | "D" | "T" | "P" | "S";
  isPaymentExpired: boolean;
  /** Days that are left of what was paid; null where nothing is to be paid. */
  daysLeft: number | null;
};

export type Webhook = {
  /** The secret part of its address. */
  id: string;
  userId: number;
  scopes: string[];
  /** Milliseconds since 1970; missing or null for one that does not end. */
  expiresAt?: number | null;
};

/** A secret text that stands for a user, an app and its scopes until a moment (milliseconds since 1970). */
export type Grant = { id: string; clientId: string; userId: number; scopes: string[]; expiresAt: number };
/** `challenge`: what the verifier has to hash to; null when the link brought none. */
export type CodeGrant = Grant & { challenge: string | null };

/** A bot event that waits for `imbot.v2.Event.get`. */
export type QueuedEvent = { id: number; botId: number; type: string; date: string; data: unknown };

export type EventBinding = {
  id: number;
  clientId: string;
  /** In upper case. */
  event: string;
  /** Empty for an offline binding without a ping. */
  handler: string;
  /** The user whose token goes with the event; 0 for whoever caused it. */
  authType: number;
  /** Events wait in the queue instead of being sent. */
  isOffline?: boolean;
  /** Offline: changes that were made under this name are not queued. */
  connector?: string;
  /** Seconds between two `ONOFFLINEEVENT`. */
  minTimeoutS?: number;
};
