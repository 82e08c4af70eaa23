import type { Portal } from "../../portal.ts";
import { attachFile, attachmentIdsOf } from "./attachments.ts";
import { coreError } from "./errors.ts";

/** Files as a caller names them: `n12` is a file of the disk, a bare number what hangs on the task already. */
export function readFileRefs(portal: Portal, given: unknown[]): { fileIds: number[]; kept: number[] } {
  const refs = given.map(String).filter((ref) => ref !== "");
  const fileIds = refs.filter((ref) => ref.startsWith("n")).map((ref) => Number(ref.slice(1)));
  for (const id of fileIds) {
    const object = portal.state.diskObjects.get(id);
    if (object?.kind !== "file" || object.isDeleted) throw coreError("The file is not found.");
  }
  return { fileIds, kept: refs.filter((ref) => !ref.startsWith("n")).map(Number) };
}

/** Makes the files of a task be exactly those that were named. */
export function setTaskFiles(
  portal: Portal,
  taskId: number,
  { fileIds, kept }: { fileIds: number[]; kept: number[] },
  userId: number,
): void {
  for (const id of attachmentIdsOf(portal.state, taskId)) {
    const attached = portal.state.attachedObjects.get(id);
    const isWanted = kept.includes(id) || (attached !== undefined && fileIds.includes(attached.objectId));
    if (!isWanted) portal.state.attachedObjects.delete(id);
  }
  for (const fileId of fileIds) attachFile(portal, taskId, fileId, userId);
}
