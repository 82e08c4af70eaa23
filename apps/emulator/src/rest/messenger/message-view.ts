import { unreadIn } from "../../chat/unread.ts";
import type { Portal } from "../../portal.ts";
import type { Chat, Message, StoredFile } from "../../state/model.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { phpMap } from "../../wire/php-map.ts";
import { fileView, messageParams } from "../../wire/v2-message.ts";
import { imUserView } from "./user-view.ts";

type View = Record<string, unknown>;

/** A message as the messenger's own methods show it: `params` is `[]` when there are none. */
export function imMessageView(message: Message, unreadIds: ReadonlySet<number>): View {
  return {
    id: message.id,
    chat_id: message.chatId,
    author_id: message.authorId,
    date: isoDate(new Date(message.at)),
    text: message.text,
    unread: unreadIds.has(message.id),
    uuid: message.isSystem ? null : message.uuid,
    replaces: [],
    params: phpMap(Object.entries(imMessageParams(message))),
    disappearing_date: null,
  };
}

/** The first API knows one reaction, and marks what was changed. */
export function imMessageParams(message: Message): View {
  const likes = message.reactions["like"] ?? [];
  return {
    ...messageParams(message),
    ...(likes.length > 0 && { LIKE: likes }),
    ...(message.editedAt !== null && { IS_EDITED: "Y" }),
  };
}

/** Messages with the people and files that they name. */
export function messagesWithContext(portal: Portal, chat: Chat, viewerId: number, messages: Message[]): View {
  const unreadIds = new Set(unreadIn(portal.state, chat, viewerId).map(({ id }) => id));
  return {
    chat_id: chat.id,
    messages: messages.map((message) => imMessageView(message, unreadIds)),
    users: authorsOf(portal, messages),
    files: messages.flatMap(({ fileIds }) =>
      fileIds.flatMap((id) => {
        const file = portal.state.files.get(id);
        return file === undefined ? [] : [imFileView(portal, file)];
      }),
    ),
  };
}

/** Who wrote these, each once. */
export function authorsOf(portal: Portal, messages: Message[]): View[] {
  const ids = [...new Set(messages.map(({ authorId }) => authorId))];
  return ids.flatMap((id) => {
    const person = portal.state.people.get(id);
    return person === undefined ? [] : [imUserView(portal, person)];
  });
}

/** A file of a chat, with the addresses where the page shows it. Bitrix24 docs: im.v2 File.upload. */
export function imFileView(portal: Portal, file: StoredFile): View {
  const address = `${portal.origin()}/emulator/api/files/${file.id}/${encodeURIComponent(file.name)}`;
  const preview = file.type === "image" ? address : "";
  return {
    ...fileView(portal.state, file),
    urlPreview: preview,
    urlShow: address,
    urlDownload: address,
    viewerAttrs: {
      viewer: "",
      viewerType: file.type === "file" ? "code" : file.type,
      src: address,
      viewerResized: "",
      objectId: String(file.id),
      viewerGroupBy: String(file.chatId),
      imChatId: file.chatId,
      title: file.name,
      unifiedLink: address,
      actions: JSON.stringify([{ type: "download" }]),
    },
    mediaUrl: { preview: { 250: preview } },
    isTranscribable: false,
    isVideoNote: false,
  };
}
