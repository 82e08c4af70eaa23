import type { Chat } from "../state/model.ts";
import type { DiskFolder } from "../state/disk.ts";
import { AppError } from "@botdeck/core";

import { addFolder, childrenOf } from "./objects.ts";
import { chatStorage, rootOf, type Disk } from "./storages.ts";

/** The folder with the files of a chat; made with the first one. */
export function chatFolder(disk: Disk, chat: Chat): DiskFolder {
  const root = rootOf(disk.state, chatStorage(disk));
  if (root === null) throw new AppError("invariant", "The drive of the chats has no root folder.");
  const found = findChatFolder(disk, chat);
  return found ?? addFolder(disk, root, `Chat ${chat.id}`, chat.ownerId, codeOf(chat));
}

/** The folder of a chat, or null while it has no file. */
export function findChatFolder({ state }: Pick<Disk, "state">, chat: Chat): DiskFolder | null {
  for (const object of state.diskObjects.values()) {
    if (object.kind === "folder" && object.code === codeOf(chat)) return object;
  }
  return null;
}

/** The folder of a person's drive for what they took over from chats. Bitrix24 docs: im.disk.file.save. */
export function savedFilesFolder(disk: Disk, root: DiskFolder, userId: number): DiskFolder {
  const children = childrenOf(disk.state, root.id);
  const found = children.find((object): object is DiskFolder => object.kind === "folder" && object.code === "SAVED");
  return found ?? addFolder(disk, root, "Saved files", userId, "SAVED");
}

function codeOf(chat: Chat): string {
  return `chat:${chat.id}`;
}
