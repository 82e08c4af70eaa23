import { canSee } from "../chat/can-see.ts";
import { accessCodesOf } from "../people/access-codes.ts";
import { canSeeGroup } from "../people/work-groups.ts";
import type { DiskObject, DiskStorage } from "../state/disk.ts";
import type { Person } from "../state/model.ts";
import type { State } from "../state/state.ts";
import { lineageOf } from "./objects.ts";

/** Who asks: a person, and the application that asks for them, if one does. */
export type DiskUser = { person: Person; clientId: string | null };

/** What a share allows. Bitrix24 docs: disk.rights.getTasks. */
export const ACCESS_TASKS = [
  { id: 79, name: "disk_access_full", title: "Full access" },
  { id: 77, name: "disk_access_add", title: "Adding" },
  { id: 75, name: "disk_access_edit", title: "Editing" },
  { id: 71, name: "disk_access_read", title: "Reading" },
] as const;

/** True when a person may see a drive as a whole: their own, the company's, an application its own. */
export function canOpenStorage(state: State, storage: DiskStorage, { person, clientId }: DiskUser): boolean {
  switch (storage.entityType) {
    case "user":
      return person.role === "manager" || storage.entityId === String(person.id);
    case "common":
      return person.role !== "client";
    case "group": {
      const group = state.workGroups.get(Number(storage.entityId));
      return group !== undefined && canSeeGroup(person, group);
    }
    case "restapp":
      return storage.entityId === clientId;
    case "chats":
      return false;
  }
}

/** True when a person may see an object: by its drive, its chat, or a share of a folder above it. */
export function canReadObject(state: State, object: DiskObject, user: DiskUser): boolean {
  return hasAccess(state, object, user, () => true);
}

/** True when a person may also change it; a share for reading is not enough. */
export function canChangeObject(state: State, object: DiskObject, user: DiskUser): boolean {
  return hasAccess(state, object, user, (taskName) => taskName !== "disk_access_read");
}

function hasAccess(state: State, object: DiskObject, user: DiskUser, allows: (taskName: string) => boolean): boolean {
  const storage = state.diskStorages.get(object.storageId);
  if (storage === undefined) return false;
  if (canOpenStorage(state, storage, user)) return true;
  const codes = state.diskShares.size === 0 ? [] : [...accessCodesOf(state, user.person)];
  return lineageOf(state, object).some((folder) => {
    const shares = codes.flatMap((code) => state.diskShares.get(`${folder.id}:${code}`) ?? []);
    if (shares.some(({ taskName }) => allows(taskName))) return true;
    const chatId = folder.kind === "folder" ? /^chat:(\d+)$/.exec(folder.code ?? "")?.[1] : undefined;
    const chat = chatId === undefined ? undefined : state.chats.get(Number(chatId));
    return chat !== undefined && canSee(user.person, chat);
  });
}

/** Opens an object, with all that is in it, to who has an access code. */
export function share(state: State, objectId: number, accessCode: string, taskName: string): void {
  const id = `${objectId}:${accessCode}`;
  state.diskShares.set(id, { id, objectId, accessCode, taskName });
}
