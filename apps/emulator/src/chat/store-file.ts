import { extname } from "node:path";

import type { Portal } from "../portal.ts";
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
  const extension = extname(upload.name).slice(1).toLowerCase();
  const file: StoredFile = {
    id: nextId(portal.state, "file"),
    chatId: chat.id,
    name: upload.name,
    extension,
    type: TYPE_BY_EXTENSION[extension] ?? "file",
    sizeBytes: upload.content.length,
    authorId: upload.authorId,
    at: portal.now().toISOString(),
  };
  await portal.files.put(file.id, upload.content);
  portal.state.files.set(file.id, file);
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
