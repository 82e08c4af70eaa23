import { extname } from "node:path";

import { chatFolder } from "../disk/chat-folder.ts";
import { addFile, freeName } from "../disk/objects.ts";
import type { Portal } from "../portal.ts";
import type { DiskFile } from "../state/disk.ts";
import type { Chat, StoredFile } from "../state/model.ts";
import { nextId } from "../state/state.ts";

const TYPE_BY_EXTENSION: Record<string, StoredFile["type"]> = {
  gif: "image",
  jpeg: "image",
  jpg: "image",
  png: "image",
  webp: "image",
  mp4: "video",
  mov: "video",
  webm: "video",
  mp3: "audio",
  ogg: "audio",
  wav: "audio",
};

/** Puts a file into a chat's folder. It shows up only with the message that carries it. */
export async function storeFile(
  portal: Portal,
  chat: Chat,
  upload: { name: string; content: Buffer; authorId: number },
): Promise<StoredFile> {
  const contentId = nextId(portal.state, "file");
  await portal.files.put(contentId, upload.content);
  const folder = chatFolder(portal, chat);
  const name = freeName(portal.state, folder.id, upload.name);
  const file = addFile(portal, folder, { name, contentId, sizeBytes: upload.content.length }, upload.authorId);
  return attachToChat(portal, chat, file);
}

/** Makes a file of the disk one of the chat's, under the same number. */
export function attachToChat(
  portal: Portal,
  chat: Chat,
  { id, name, contentId, sizeBytes, createdBy }: DiskFile,
): StoredFile {
  const extension = extname(name).slice(1).toLowerCase();
  const type = TYPE_BY_EXTENSION[extension] ?? "file";
  const at = portal.now().toISOString();
  const file: StoredFile = {
    id,
    chatId: chat.id,
    name,
    extension,
    type,
    sizeBytes,
    contentId,
    authorId: createdBy,
    at,
  };
  portal.state.files.set(id, file);
  return file;
}

/**
 * The bytes of a base64 text.
 *
 * @returns null when it is not base64, such as a data URL.
 */
export function decodeBase64(text: string): Buffer | null {
  const compact = text.replaceAll(/\s/g, "");
  return /^[A-Za-z0-9+/]*={0,2}$/.test(compact) && compact.length % 4 === 0 ? Buffer.from(compact, "base64") : null;
}
