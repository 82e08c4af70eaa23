import type { Portal } from "../portal.ts";
import type { StoredFile } from "../state/model.ts";
import { nextId } from "../state/state.ts";
import { imageSize } from "./image-size.ts";
import { decodeBase64 } from "./store-file.ts";

/** In pixels, either way. Bitrix24 docs: imbot.v2 Bot.register and imbot.chat.updateAvatar. */
const MAX_SIDE = 5000;

type ReadAvatar =
  | { kind: "avatar"; content: Buffer; extension: string }
  | { kind: "wrongType" }
  | { kind: "wrongSize" };

/** Reads a picture in base64. */
export function readAvatar(encoded: string): ReadAvatar {
  const content = decodeBase64(encoded);
  const size = content === null ? null : imageSize(content);
  if (content === null || size === null) return { kind: "wrongType" };
  if (size.width > MAX_SIDE || size.height > MAX_SIDE) return { kind: "wrongSize" };
  return { kind: "avatar", content, extension: size.extension };
}

/** Keeps a picture of a chat or bot. @returns The address where it is shown. */
export async function storeAvatar(
  portal: Portal,
  { content, extension, authorId }: { content: Buffer; extension: string; authorId: number },
): Promise<string> {
  const id = nextId(portal.state, "file");
  const name = `avatar.${extension}`;
  const file: StoredFile = {
    id,
    // A face belongs to no chat's folder.
    chatId: 0,
    name,
    extension,
    type: "image",
    sizeBytes: content.length,
    contentId: id,
    authorId,
    at: portal.now().toISOString(),
  };
  await portal.files.put(id, content);
  portal.state.files.set(id, file);
  return `${portal.origin()}/emulator/api/files/${id}/${name}`;
}
