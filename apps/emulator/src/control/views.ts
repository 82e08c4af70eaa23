import { findPrivateChat } from "../chat/chats.ts";
import { messagesOf, nameOf, otherMember, personById, sessionOf } from "../chat/find.ts";
import type { Chat, KeyboardButton, Message, Person, Task } from "../state/model.ts";
import type { State } from "../state/state.ts";
import type { Portal } from "../portal.ts";
import { canSee } from "../chat/can-see.ts";
import { countUnread, isShownTo } from "./unread-views.ts";

/** The shapes of the control API: what the chat page shows. Ids are texts here. */
export type PersonView = {
  id: string;
  name: string;
  role: Person["role"];
  language: "ru" | "en";
  color: string;
  position: string;
  /** As their profile says; null for those without an account. */
  presence: "online" | "dnd" | "away" | null;
};
export type FileView = { id: string; name: string; sizeBytes: number; type: string; url: string };
export type MessageView = {
  id: string;
  dialogId: string;
  authorId: string;
  authorName: string;
  text: string;
  keyboard: KeyboardButton[];
  /** As the bot sent it; null for none. */
  attach: unknown;
  files: FileView[];
  isSystem: boolean;
  forOperators: boolean;
  isDeleted: boolean;
  /** Reaction → the people who gave it. */
  reactions: Record<string, string[]>;
  replyTo: { id: string; authorName: string; text: string } | null;
  at: string;
  editedAt: string | null;
};
export type DialogView = {
  id: string;
  chatId: string;
  type: Chat["kind"];
  title: string;
  memberIds: string[];
  lineOwner: "bot" | "queue" | "operator" | "closed" | null;
  /** False while a bot wants its buttons pressed and no text. */
  isTextFieldEnabled: boolean;
  operatorId: string | null;
  lastMessage: MessageView | null;
  /** How many messages the viewer has not read, up to a hundred. */
  unread: number;
  /** The last message each person has read. */
  readUpTo: Record<string, string>;
};

export function personView(state: State, person: Person): PersonView {
  const { id, role, language, color, workPosition: position } = person;
  const name = nameOf(person);
  if (role === "client") return { id: String(id), name, role, language, color, position, presence: null };
  const profile = state.profiles.get(id);
  const presence = profile?.idleSince || profile?.status === "break" ? "away" : (profile?.status ?? "online");
  return { id: String(id), name, role, language, color, position, presence };
}

export function messageView(state: State, message: Message): MessageView {
  const { authorId, text, keyboard, isSystem, forOperators, isDeleted, at, editedAt } = message;
  const chat = state.chats.get(message.chatId);
  const reactions = Object.entries(message.reactions ?? {}).filter(([, ids]) => ids.length > 0);
  return {
    id: String(message.id),
    dialogId: chat === undefined ? `chat${message.chatId}` : dialogIdOf(state, chat),
    authorId: String(authorId),
    authorName: authorName(state, authorId),
    text,
    keyboard,
    attach: message.attach ?? null,
    files: message.fileIds.flatMap((id) => fileView(state, id)),
    isSystem,
    forOperators,
    isDeleted,
    reactions: Object.fromEntries(reactions.map(([reaction, ids]) => [reaction, ids.map(String)])),
    replyTo: replyView(state, message.replyToId),
    at,
    editedAt,
  };
}

function replyView(state: State, id: number | null | undefined): MessageView["replyTo"] {
  const answered = id === null || id === undefined ? undefined : state.messages.get(id);
  if (answered === undefined || answered.isDeleted) return null;
  return { id: String(answered.id), authorName: authorName(state, answered.authorId), text: answered.text };
}

function authorName(state: State, id: number): string {
  const author = state.people.get(id);
  return author === undefined ? "" : nameOf(author);
}

function fileView(state: State, id: number): FileView[] {
  const file = state.files.get(id);
  if (file === undefined) return [];
  const { name, sizeBytes, type } = file;
  return [{ id: String(id), name, sizeBytes, type, url: `/emulator/api/files/${id}/${encodeURIComponent(name)}` }];
}

/**
 * @param viewer Whose last message it is: a client does not see what is for operators. Without one, nothing is hidden.
 * @param messages The chat's own, oldest first; left out they are looked up.
 */
export function dialogView(
  state: State,
  chat: Chat,
  viewer?: Person,
  messages: readonly Message[] = messagesOf(state, chat.id),
): DialogView {
  const session = sessionOf(state, chat);
  const last = messages.findLast((message) => viewer === undefined || isShownTo(viewer, message));
  const readUpTo = Object.entries(chat.readUpTo ?? {}).map(([id, messageId]) => [id, String(messageId)]);
  return {
    id: dialogIdOf(state, chat),
    chatId: String(chat.id),
    type: chat.kind,
    title: titleFor(state, chat, viewer),
    memberIds: chat.memberIds.map(String),
    lineOwner: session?.owner ?? null,
    isTextFieldEnabled: chat.isTextFieldEnabled !== false,
    operatorId: session?.operatorId === undefined || session.operatorId === null ? null : String(session.operatorId),
    lastMessage: last === undefined ? null : messageView(state, last),
    unread: viewer === undefined ? 0 : countUnread(state, chat, viewer, messages),
    readUpTo: Object.fromEntries(readUpTo),
  };
}

/** A private chat is called after whoever sits on the other side. */
function titleFor(state: State, chat: Chat, viewer: Person | undefined): string {
  if (chat.kind !== "private" || viewer === undefined) return chat.title;
  const other = state.people.get(otherMember(chat, viewer.id));
  return other === undefined ? chat.title : nameOf(other);
}

/** `chat12`, or `p:<bot>:<person>` in a private chat. */
export function dialogIdOf(state: State, chat: Chat): string {
  if (chat.kind !== "private") return `chat${chat.id}`;
  const [botFirst, other = botFirst] = chat.memberIds.toSorted((id) => (personById(state, id).role === "bot" ? -1 : 1));
  return `p:${botFirst}:${other}`;
}

/** The chat that a dialog's id names, if the viewer may see it. */
export function findDialog(portal: Portal, id: string, viewer: Person): Chat | null {
  const [, botId, personId] = /^p:(\d+):(\d+)$/.exec(id) ?? [];
  const chat =
    botId === undefined
      ? (portal.state.chats.get(Number(id.replace(/^chat/, ""))) ?? null)
      : findPrivateChat(portal, Number(botId), Number(personId));
  return chat !== null && canSee(viewer, chat) ? chat : null;
}

export function taskView(task: Task): Record<string, unknown> {
  const { id, title, description, responsibleId, createdBy, xmlId, deadline, createdAt, closedAt, status } = task;
  const ids = { id: String(id), responsibleId: String(responsibleId), createdBy: String(createdBy) };
  return { ...ids, title, description, xmlId, deadline, createdAt, closedAt, status, priority: task.priority };
}
