import { extname } from "node:path";

import { chatFolder } from "../disk/chat-folder.ts";
import { addFile, freeName } from "../disk/objects.ts";
import type { Portal } from "../portal.ts";
import { imageSize } from "./image-size.ts";
import type { DiskFile } from "../state/disk.ts";
import type { Chat, StoredFile } from "../state/model.ts";
import { nextId } from "../state/state.ts";

const BEGINNING_BYTES = 64 * 1024;

const TYPE_BY_EXTENSION = new Map<string, StoredFile["type"]>([
  ...["gif", "jpeg", "jpg", "png", "webp"].map((extension) => [extension, "image"] as const),
  ...["mp4", "mov", "webm"].map((extension) => [extension, "video"] as const),
  ...["mp3", "ogg", "wav"].map((extension) => [extension, "audio"] as const),
]);

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
export async function attachToChat(portal: Portal, chat: Chat, diskFile: DiskFile): Promise<StoredFile> {
  const { id, name, contentId, sizeBytes, createdBy } = diskFile;
  const extension = extensionOf(name);
  const type = fileTypeOf(name);
  const size = type === "image" ? imageSize(await beginningOf(portal, contentId)) : null;
  const file: StoredFile = {
    id,
    chatId: chat.id,
    name,
    extension,
    type,
    sizeBytes,
    contentId,
    ...(size !== null && { image: { width: size.width, height: size.height } }),
    authorId: createdBy,
    at: portal.now().toISOString(),
  };
  portal.state.files.set(id, file);
  return file;
}

/** What a file is taken for by its name. */
export const fileTypeOf = (name: string): StoredFile["type"] => TYPE_BY_EXTENSION.get(extensionOf(name)) ?? "file";

const extensionOf = (name: string): string => extname(name).slice(1).toLowerCase();

/** As much as a picture needs to tell its size, not the whole file. */
async function beginningOf(portal: Portal, contentId: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of await portal.files.open(contentId)) {
    const piece = Buffer.from(chunk);
    chunks.push(piece);
    sizeBytes += piece.length;
    if (sizeBytes >= BEGINNING_BYTES) break;
  }
  return Buffer.concat(chunks);
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
