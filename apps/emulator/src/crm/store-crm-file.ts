import { extname } from "node:path";

import { addFile, freeName } from "../disk/objects.ts";
import { rootOf, userStorage } from "../disk/storages.ts";
import type { Portal } from "../portal.ts";
import type { StoredFile } from "../state/model.ts";
import { nextId } from "../state/state.ts";

const IMAGES = new Set(["gif", "jpeg", "jpg", "png", "webp"]);
const NO_CHAT = 0;

/** Puts a file of a comment or an activity onto its author's drive. */
export async function storeCrmFile(
  portal: Portal,
  upload: { name: string; content: Buffer },
  authorId: number,
): Promise<StoredFile | null> {
  const folder = rootOf(portal.state, userStorage(portal, authorId));
  if (folder === null) return null;
  const contentId = nextId(portal.state, "file");
  await portal.files.put(contentId, upload.content);
  const name = freeName(portal.state, folder.id, upload.name);
  const { id } = addFile(portal, folder, { name, contentId, sizeBytes: upload.content.length }, authorId);
  const extension = extname(name).slice(1).toLowerCase();
  const file: StoredFile = {
    id,
    chatId: NO_CHAT,
    name,
    extension,
    type: IMAGES.has(extension) ? "image" : "file",
    sizeBytes: upload.content.length,
    contentId,
    authorId,
    at: portal.now().toISOString(),
  };
  portal.state.files.set(id, file);
  return file;
}
