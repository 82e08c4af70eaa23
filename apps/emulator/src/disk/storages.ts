import type { Portal } from "../portal.ts";
import type { DiskFolder, DiskStorage } from "../state/disk.ts";
import type { WorkGroup } from "../state/people.ts";
import type { State } from "../state/state.ts";
import { nextId } from "../state/state.ts";

/** What the disk needs of the portal; a seed has no more. */
export type Disk = Pick<Portal, "state" | "now">;

/** Bitrix24 docs: disk.storage.getList, the common drive. */
const COMMON_ENTITY_ID = "shared_files_s1";
const OWNER_OF_SYSTEM_DRIVES = 1;

/** A new drive with its root folder. */
export function createStorage(
  { state, now }: Disk,
  input: Pick<DiskStorage, "name" | "entityType" | "entityId">,
  ownerId: number,
): DiskStorage {
  const id = nextId(state, "storage");
  const at = now().toISOString();
  const root: DiskFolder = {
    kind: "folder",
    code: null,
    id: nextId(state, "file"),
    storageId: id,
    parentId: null,
    name: input.name,
    createdBy: ownerId,
    updatedBy: ownerId,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    deletedBy: 0,
    isDeleted: false,
  };
  const storage: DiskStorage = { ...input, id, rootFolderId: root.id };
  state.diskObjects.set(root.id, root);
  state.diskStorages.set(id, storage);
  return storage;
}

/** The drive of one person, made at its first use. */
export function userStorage(disk: Disk, personId: number): DiskStorage {
  const person = disk.state.people.get(personId);
  const name = [person?.firstName ?? "", person?.lastName ?? ""].join(" ").trim();
  return findOrCreate(disk, { name, entityType: "user", entityId: String(personId) }, personId);
}

/** The drive of the whole company. */
export function commonStorage(disk: Disk): DiskStorage {
  const input = { name: "Company drive", entityType: "common", entityId: COMMON_ENTITY_ID } as const;
  return findOrCreate(disk, input, OWNER_OF_SYSTEM_DRIVES);
}

/** The drive of a work group. */
export function groupStorage(disk: Disk, { id, name, ownerId }: WorkGroup): DiskStorage {
  return findOrCreate(disk, { name, entityType: "group", entityId: String(id) }, ownerId);
}

/** The drive of an application; nobody else sees it. Bitrix24 docs: disk.storage.getForApp. */
export function appStorage(disk: Disk, clientId: string): DiskStorage {
  const name = disk.state.apps.get(clientId)?.name ?? clientId;
  return findOrCreate(disk, { name, entityType: "restapp", entityId: clientId }, OWNER_OF_SYSTEM_DRIVES);
}

/** The drive that holds the folders of chats. */
export function chatStorage(disk: Disk): DiskStorage {
  const input = { name: "Chats", entityType: "chats", entityId: "im" } as const;
  return findOrCreate(disk, input, OWNER_OF_SYSTEM_DRIVES);
}

/** The folder at the top of a drive. */
export function rootOf(state: State, storage: DiskStorage): DiskFolder | null {
  const root = state.diskObjects.get(storage.rootFolderId);
  return root?.kind === "folder" ? root : null;
}

function findOrCreate(
  disk: Disk,
  input: Pick<DiskStorage, "name" | "entityType" | "entityId">,
  ownerId: number,
): DiskStorage {
  const found = [...disk.state.diskStorages.values()].find(
    ({ entityType, entityId }) => entityType === input.entityType && entityId === input.entityId,
  );
  return found ?? createStorage(disk, input, ownerId);
}
