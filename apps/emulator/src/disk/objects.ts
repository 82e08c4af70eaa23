import { extname } from "node:path";

import type { DiskFile, DiskFolder, DiskObject } from "../state/disk.ts";
import type { State } from "../state/state.ts";
import { nextId } from "../state/state.ts";
import type { Disk } from "./storages.ts";

/** Puts a folder into another one. */
export function addFolder(
  disk: Disk,
  parent: DiskFolder,
  name: string,
  userId: number,
  code: string | null = null,
): DiskFolder {
  const folder: DiskFolder = { kind: "folder", code, ...newObject(disk, parent, name, userId) };
  disk.state.diskObjects.set(folder.id, folder);
  return folder;
}

/** Puts a file whose bytes are in the file store into a folder, with its first version. */
export function addFile(
  disk: Disk,
  parent: DiskFolder,
  input: { name: string; contentId: number; sizeBytes: number },
  userId: number,
): DiskFile {
  const { contentId, sizeBytes } = input;
  const file: DiskFile = {
    kind: "file",
    ...newObject(disk, parent, input.name, userId),
    contentId,
    sizeBytes,
    version: 1,
  };
  disk.state.diskObjects.set(file.id, file);
  keepVersion(disk, file, userId);
  return file;
}

function newObject(disk: Disk, parent: DiskFolder, name: string, userId: number) {
  const at = disk.now().toISOString();
  return {
    id: nextId(disk.state, "file"),
    storageId: parent.storageId,
    parentId: parent.id,
    name,
    createdBy: userId,
    updatedBy: userId,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    deletedBy: 0,
    isDeleted: false,
  };
}

/** Writes down the state that a file has now as one of its versions. */
export function keepVersion({ state, now }: Disk, file: DiskFile, userId: number): void {
  const { contentId, name, sizeBytes, version } = file;
  const id = nextId(state, "disk-version");
  const createdAt = now().toISOString();
  state.diskVersions.set(id, {
    id,
    fileId: file.id,
    contentId,
    name,
    sizeBytes,
    version,
    createdBy: userId,
    createdAt,
  });
}

/** Gives a file other bytes; what it was stays among its versions. */
export function replaceContent(
  disk: Disk,
  file: DiskFile,
  content: { contentId: number; sizeBytes: number },
  userId: number,
): void {
  Object.assign(file, content, { version: file.version + 1 });
  touch(disk, file, userId);
  keepVersion(disk, file, userId);
}

/** Says who changed an object last, and when. */
export function touch({ now }: Disk, object: DiskObject, userId: number): void {
  object.updatedBy = userId;
  object.updatedAt = now().toISOString();
}

/** What lies in a folder, the trash left out. */
export function childrenOf(state: State, folderId: number): DiskObject[] {
  return [...state.diskObjects.values()].filter((object) => object.parentId === folderId && !object.isDeleted);
}

/** The object of this name in a folder; null when the name is free. */
export function namesake(state: State, folderId: number, name: string): DiskObject | null {
  return childrenOf(state, folderId).find((object) => object.name === name) ?? null;
}

/** A name that is free in a folder: `photo (1).png` beside `photo.png`. */
export function freeName(state: State, folderId: number, name: string): string {
  const extension = extname(name);
  const base = name.slice(0, name.length - extension.length);
  let candidate = name;
  for (let number = 1; namesake(state, folderId, candidate) !== null; number++)
    candidate = `${base} (${number})${extension}`;
  return candidate;
}

/** An object with all folders above it, itself first. */
export function lineageOf(state: State, object: DiskObject): DiskObject[] {
  const parent = object.parentId === null ? undefined : state.diskObjects.get(object.parentId);
  return parent === undefined ? [object] : [object, ...lineageOf(state, parent)];
}
