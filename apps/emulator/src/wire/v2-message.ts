import type { Message, StoredFile } from "../state/model.ts";
import type { State } from "../state/state.ts";
import { isoDate } from "./iso-date.ts";

/** A message as `imbot.v2` shows it. Bitrix24 docs: chat-bots-v2/entities, Message. */
export function messageView(message: Message): Record<string, unknown> {
  return {
    id: message.id,
    chatId: message.chatId,
    authorId: message.authorId,
    date: isoDate(new Date(message.at)),
    text: message.text,
    isSystem: message.isSystem,
    uuid: message.uuid,
    forward: null,
    params: messageParams(message),
    viewedByOthers: false,
  };
}

/** What goes beside the text. The page names keyboard, attach and files; FILE_ID is seen in public handlers only. */
export function messageParams(message: Message): Record<string, unknown> {
  return {
    ...(message.fileIds.length > 0 && { FILE_ID: message.fileIds }),
    ...(message.keyboard.length > 0 && { KEYBOARD: message.keyboard }),
    ...(message.attach !== null && { ATTACH: message.attach }),
  };
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
    image: false,
    status: "done",
    progress: 100,
    authorId: file.authorId,
    authorName: author === undefined ? "" : author.firstName,
    isVoiceNote: false,
  };
}
