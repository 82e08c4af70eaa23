import { findPrivateChat } from "../chat/chats.ts";
import { messagesOf, nameOf, personById, sessionOf } from "../chat/find.ts";
import type { Chat, KeyboardButton, Message, Person, Task } from "../state/model.ts";
import type { State } from "../state/state.ts";
import type { Portal } from "../portal.ts";
import { canSee } from "../chat/write-as.ts";

/** The shapes of the control API: what the chat page shows. Ids are texts here. */
export type PersonView = { id: string; name: string; role: Person["role"]; language: "ru" | "en"; color: string };
export type FileView = { id: string; name: string; sizeBytes: number; type: string; url: string };
export type MessageView = {
  id: string;
  dialogId: string;
  authorId: string;
  authorName: string;
  text: string;
  keyboard: KeyboardButton[];
  files: FileView[];
  isSystem: boolean;
  forOperators: boolean;
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
  operatorId: string | null;
  lastMessage: MessageView | null;
};

export function personView(person: Person): PersonView {
  const { id, role, language, color } = person;
  return { id: String(id), name: nameOf(person), role, language, color };
}

export function messageView(state: State, message: Message): MessageView {
  const { authorId, text, keyboard, isSystem, forOperators, at, editedAt } = message;
  const author = state.people.get(authorId);
  const chat = state.chats.get(message.chatId);
  return {
    id: String(message.id),
    dialogId: chat === undefined ? `chat${message.chatId}` : dialogIdOf(state, chat),
    authorId: String(authorId),
    authorName: author === undefined ? "" : nameOf(author),
    text,
    keyboard,
    files: message.fileIds.flatMap((id) => fileView(state, id)),
    isSystem,
    forOperators,
    at,
    editedAt,
  };
}

function fileView(state: State, id: number): FileView[] {
  const file = state.files.get(id);
  if (file === undefined) return [];
  const { name, sizeBytes, type } = file;
  return [{ id: String(id), name, sizeBytes, type, url: `/emulator/api/files/${id}/${encodeURIComponent(name)}` }];
}

/** @param viewer Whose last message it is: a client does not see what is for operators. Without one, nothing is hidden. */
export function dialogView(state: State, chat: Chat, viewer?: Person): DialogView {
  const session = sessionOf(state, chat);
  const visible = messagesOf(state, chat.id).filter((message) => viewer === undefined || isShownTo(viewer, message));
  const last = visible.at(-1);
  return {
    id: dialogIdOf(state, chat),
    chatId: String(chat.id),
    type: chat.kind,
    title: chat.title,
    memberIds: chat.memberIds.map(String),
    lineOwner: session?.owner ?? null,
    operatorId: session?.operatorId === undefined || session.operatorId === null ? null : String(session.operatorId),
    lastMessage: last === undefined ? null : messageView(state, last),
  };
}

/** A client of an open line does not see what operators and the portal write among themselves. */
export function isShownTo(viewer: Person, message: Message): boolean {
  return viewer.role !== "client" || !message.forOperators;
}

/** `chat12`, or `p:<bot>:<person>` in a private chat. */
function dialogIdOf(state: State, chat: Chat): string {
  if (chat.kind !== "private") return `chat${chat.id}`;
  const [botFirst, other] = chat.memberIds.toSorted((id) => (personById(state, id).role === "bot" ? -1 : 1));
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
  const { id, title, description, responsibleId, xmlId, deadline, createdAt, status } = task;
  return {
    id: String(id),
    title,
    description,
    responsibleId: String(responsibleId),
    xmlId,
    deadline,
    createdAt,
    status,
  };
}
