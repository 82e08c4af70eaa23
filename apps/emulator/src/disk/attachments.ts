import type { AttachedObject } from "../state/disk.ts";
import { nextId } from "../state/state.ts";
import type { Disk } from "./storages.ts";

/** Hangs a file of the disk on a task, a comment or the like. Bitrix24 docs: disk.attachedObject.get. */
export function attachObject(
  { state, now }: Disk,
  objectId: number,
  target: Pick<AttachedObject, "moduleId" | "entityType" | "entityId">,
  userId: number,
): AttachedObject {
  const id = nextId(state, "attached-object");
  const createdAt = now().toISOString();
  const attached: AttachedObject = { ...target, id, objectId, createdBy: userId, createdAt };
  state.attachedObjects.set(id, attached);
  return attached;
}
