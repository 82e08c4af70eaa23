export type Role = "client" | "employee" | "operator" | "manager" | "bot";

export type Person = { id: string; name: string; role: Role; language: "ru" | "en"; color: string };

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
  unread?: number;
};

/** A button as Bitrix24 writes it; a keyboard is a flat list in which `TYPE: "NEWLINE"` starts a row. */
export type KeyboardButton = {
  TYPE?: string;
  TEXT?: string | number;
  LINK?: string;
  ACTION?: string;
  ACTION_VALUE?: string | number;
  DISABLED?: string;
};

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
  files: MessageFile[];
  isSystem: boolean;
  /** The client does not see it. */
  forOperators: boolean;
  at: string;
  editedAt: string | null;
};

export type Task = {
  id: string;
  title: string;
  description: string | null;
  responsibleId: string;
  xmlId: string | null;
  deadline: string | null;
  createdAt: string;
  status: string | number;
};

export type NewFile = { name: string; contentBase64: string };

export type Health = { ok: true; portal: { memberId: string; domain: string } };

/** Says that something on the portal has changed. The object comes along too, but readers load afresh what they show. */
export type Change = { type: "message" | "message.updated"; dialogId: string } | { type: "dialog" | "task" | "people" };
