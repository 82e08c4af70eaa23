import { attachObject } from "../../disk/attachments.ts";
import type { Portal } from "../../portal.ts";
import type { State } from "../../state/state.ts";
import { recordChange } from "../../task/record-change.ts";

const MODULE = "tasks";
const TASK = "task";

/** The numbers under which files hang on a task, oldest first. */
export function attachmentIdsOf(state: State, taskId: number): number[] {
  return [...state.attachedObjects.values()]
    .filter(({ moduleId, entityType, entityId }) => moduleId === MODULE && entityType === TASK && entityId === taskId)
    .map(({ id }) => id);
}

/** Hangs a file of the disk on a task. A file that hangs there already keeps its number. */
export function attachFile(portal: Portal, taskId: number, fileId: number, userId: number): number {
  const { state } = portal;
  const known = attachmentIdsOf(state, taskId).find((id) => state.attachedObjects.get(id)?.objectId === fileId);
  if (known !== undefined) return known;
  const { id } = attachObject(portal, fileId, { moduleId: MODULE, entityType: TASK, entityId: taskId }, userId);
  recordChange(portal, taskId, userId, "UF_TASK_WEBDAV_FILES", null, String(id));
  return id;
}

/** Attachments in the form of checklist items and comments, by their number. */
export function attachmentMap(state: State, ids: number[]): Record<string, unknown> {
  const entries = ids.flatMap((id) => {
    const attached = state.attachedObjects.get(id);
    const file = attached === undefined ? undefined : state.diskObjects.get(attached.objectId);
    if (attached === undefined || file?.kind !== "file") return [];
    const url = `/bitrix/tools/disk/uf.php?attachedId=${id}`;
    const view = {
      ATTACHMENT_ID: String(id),
      NAME: file.name,
      SIZE: String(file.sizeBytes),
      FILE_ID: String(file.id),
      DOWNLOAD_URL: `${url}&action=download&ncc=1`,
      VIEW_URL: `${url}&action=show&ncc=1`,
    };
    return [[String(id), view] as const];
  });
  return Object.fromEntries(entries);
}
