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
  /** Open lines: `connector|line|connector chat|connector user`; empty elsewhere. */
  entityId: string;
  color: string;
  createdAt: string;
  /** Open lines: the session that runs, or the last one. */
  sessionId: number | null;
  /** Last message a person has read, by person id. */
  readUpTo: Record<string, number>;
};

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
  at: string;
  editedAt: string | null;
};

export type StoredFile = {
  id: number;
  chatId: number;
  name: string;
  extension: string;
  type: "file" | "image" | "video" | "audio";
  sizeBytes: number;
  authorId: number;
  at: string;
};

export type DownloadLink = { id: string; fileId: number };

export type Task = {
  id: number;
  title: string;
  description: string;
  responsibleId: number;
  createdBy: number;
  deadline: string | null;
  xmlId: string | null;
  priority: string;
  /** REAL_STATUS: 2 pending … 5 completed. */
  status: string;
  createdAt: string;
  guid: string;
};

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
};

export type Webhook = { /** The secret part of its address. */ id: string; userId: number; scopes: string[] };

/** A secret text that stands for a user, an app and its scopes until a moment (milliseconds since 1970). */
export type Grant = { id: string; clientId: string; userId: number; scopes: string[]; expiresAt: number };

/** A bot event that waits for `imbot.v2.Event.get`. */
export type QueuedEvent = { id: number; botId: number; type: string; date: string; data: unknown };

export type EventBinding = { id: number; clientId: string; event: string; handler: string; authType: number };
