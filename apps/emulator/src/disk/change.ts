import type { DiskFile, DiskFolder, DiskObject } from "../state/disk.ts";
import type { State } from "../state/state.ts";
import { addFile, addFolder, childrenOf, freeName, lineageOf, touch } from "./objects.ts";
import type { Disk } from "./storages.ts";

/** Moves an object, with all that is in it, into a folder of any drive. */
export function moveObject(disk: Disk, object: DiskObject, target: DiskFolder, userId: number): void {
  object.parentId = target.id;
  touch(disk, object, userId);
  for (const item of [object, ...descendantsOf(disk.state, object)]) item.storageId = target.storageId;
}

/** A copy that shares the bytes and has a history of its own. */
export function copyFile(disk: Disk, file: DiskFile, target: DiskFolder, userId: number): DiskFile {
  const { contentId, sizeBytes } = file;
  return addFile(disk, target, { name: freeName(disk.state, target.id, file.name), contentId, sizeBytes }, userId);
}

/** Copies a folder with all that is in it. */
export function copyFolder(disk: Disk, folder: DiskFolder, target: DiskFolder, userId: number): DiskFolder {
  // What was there before the copy: a folder may be copied into itself.
  const children = childrenOf(disk.state, folder.id);
  const copy = addFolder(disk, target, freeName(disk.state, target.id, folder.name), userId);
  for (const child of children) {
    if (child.kind === "file") copyFile(disk, child, copy, userId);
    else copyFolder(disk, child, copy, userId);
  }
  return copy;
}

export function moveToTrash({ now }: Disk, object: DiskObject, userId: number): void {
  object.isDeleted = true;
  object.deletedAt = now().toISOString();
  object.deletedBy = userId;
}

/** Takes an object out of the trash. The moment of its deletion stays, as on a portal. */
export function restoreObject(disk: Disk, object: DiskObject, userId: number): void {
  if (object.parentId !== null) object.name = freeName(disk.state, object.parentId, object.name);
  object.isDeleted = false;
  touch(disk, object, userId);
}

/** Removes an object for good, with all that is in it and all that points to it. */
export function destroyObject(state: State, object: DiskObject): void {
  for (const item of [...descendantsOf(state, object), object]) {
    state.diskObjects.delete(item.id);
    state.files.delete(item.id);
    removeWhere(state.diskVersions, ({ fileId }) => fileId === item.id);
    removeWhere(state.externalLinks, ({ objectId }) => objectId === item.id);
    removeWhere(state.attachedObjects, ({ objectId }) => objectId === item.id);
    removeWhere(state.diskShares, ({ objectId }) => objectId === item.id);
  }
}

function removeWhere<Key, Value>(records: Map<Key, Value>, isGone: (value: Value) => boolean): void {
  for (const [key, value] of records) if (isGone(value)) records.delete(key);
}

function descendantsOf(state: State, object: DiskObject): DiskObject[] {
  return [...state.diskObjects.values()].filter((item) => item !== object && lineageOf(state, item).includes(object));
}
