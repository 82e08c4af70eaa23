import type { Message, StoredFile } from "../state/model.ts";
import type { State } from "../state/state.ts";
import { isoDate } from "./iso-date.ts";

/** A message as `imbot.v2` shows it. Bitrix24 docs: chat-bots-v2/entities, Message. */
export function messageView(state: State, message: Message): Record<string, unknown> {
  return {
    id: message.id,
    chatId: message.chatId,
    authorId: message.authorId,
    date: isoDate(new Date(message.at)),
    text: message.text,
    isSystem: message.isSystem,
    uuid: message.uuid,
    forward: forwardView(state, message),
    params: messageParams(message),
    viewedByOthers: isViewedByOthers(state, message),
    ...(message.replyToId !== null && { replyId: message.replyToId }),
  };
}

/** What goes beside the text. The page names keyboard, attach and files; FILE_ID is seen in public handlers only. */
export function messageParams(message: Message): Record<string, unknown> {
  return {
    ...(message.fileIds.length > 0 && { FILE_ID: message.fileIds }),
    ...(message.keyboard.length > 0 && { KEYBOARD: message.keyboard }),
    ...(message.attach !== null && { ATTACH: message.attach }),
    ...(message.menu !== undefined && message.menu.length > 0 && { MENU: message.menu }),
    ...(message.replyToId !== null && { REPLY_ID: message.replyToId }),
  };
}

function forwardView(state: State, { forwardOfId }: Message): Record<string, unknown> | null {
  const original = forwardOfId === null ? undefined : state.messages.get(forwardOfId);
  if (original === undefined) return null;
  const { id, authorId, chatId, at } = original;
  return { id, userId: authorId, chatId, date: isoDate(new Date(at)) };
}

function isViewedByOthers(state: State, { id, chatId, authorId }: Message): boolean {
  const readUpTo = Object.entries(state.chats.get(chatId)?.readUpTo ?? {});
  return readUpTo.some(([personId, last]) => personId !== String(authorId) && last >= id);
}

/** A file as `imbot.v2` shows it. Bitrix24 docs: chat-bots-v2/entities, File. */
export function fileView(state: State, file: StoredFile): Record<string, unknown> {
  const author = state.people.get(file.authorId);
  return {
    id: file.id,
    chatId: file.chatId,
    date: isoDate(new Date(file.at)),
    type: file.type,
    name: file.name,
    extension: file.extension,
    size: file.sizeBytes,
    image: file.image ?? false,
    status: "done",
    progress: 100,
    authorId: file.authorId,
    authorName: author === undefined ? "" : author.firstName,
    isVoiceNote: false,
  };
}
