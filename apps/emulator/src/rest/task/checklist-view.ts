import { nameOf } from "../../chat/find.ts";
import type { Person, Task } from "../../state/model.ts";
import type { State } from "../../state/state.ts";
import type { ChecklistItem } from "../../state/task.ts";
import { phpMap } from "../../wire/php-map.ts";
import { mayWork } from "./actions.ts";
import { attachmentMap } from "./attachments.ts";

type Row = Record<string, unknown>;

/** The lines of a task's checklists in the order they are shown. */
export function checklistItemsOf(state: State, taskId: number): ChecklistItem[] {
  const items = [...state.checklistItems.values()].filter((item) => item.taskId === taskId);
  return items.toSorted((one, other) => one.sortIndex - other.sortIndex || one.id - other.id);
}

/** `checklist` of a task: every line by its number. */
export function checklistMap(state: State, task: Task, viewer: Person): unknown {
  const action = itemActions(mayWork(task, viewer));
  const items = checklistItemsOf(state, task.id).toSorted((one, other) => one.id - other.id);
  return phpMap(items.map((item) => [String(item.id), { ...mapRow(item), action }]));
}

function mapRow(item: ChecklistItem): Row {
  return {
    id: String(item.id),
    taskId: String(item.taskId),
    createdBy: String(item.createdBy),
    // The top is a number, as nobody made it a text.
    parentId: item.parentId === 0 ? 0 : String(item.parentId),
    title: item.title,
    sortIndex: String(item.sortIndex),
    isComplete: item.isComplete ? "Y" : "N",
    isImportant: item.isImportant ? "Y" : "N",
    toggledBy: item.toggledBy === null ? null : String(item.toggledBy),
    toggledDate: item.toggledAt,
    ufChecklistFiles: item.attachmentIds.length === 0 ? false : item.attachmentIds,
    members: item.members,
    attachments: item.attachmentIds,
    entityId: String(item.taskId),
  };
}

/** `checkListTree` of a task: checklists with their lines inside, under a root that is nothing itself. */
export function checklistTree(state: State, task: Task, viewer: Person): Row {
  const items = checklistItemsOf(state, task.id);
  let lastNode = 0;
  const branch = (parentId: number, prefix: string): Row[] =>
    items
      .filter((item) => item.parentId === parentId)
      .map((item, index) => {
        lastNode += 1;
        const nodeId = lastNode;
        const number = parentId === 0 ? "" : `${prefix}${index + 1}`;
        const descendants = branch(item.id, number === "" ? "" : `${number}.`);
        const completed = items.filter((other) => other.parentId === item.id && other.isComplete).length;
        const fields = treeFields(viewer, { item, displaySortIndex: number, completedCount: completed });
        return { nodeId, fields, action: itemActions(mayWork(task, viewer)), descendants };
      });
  return { nodeId: 0, fields: treeFields(viewer, null), action: [], descendants: branch(0, "") };
}

function treeFields(
  viewer: Person,
  node: { item: ChecklistItem; displaySortIndex: string; completedCount: number } | null,
): Row {
  const item = node?.item;
  return {
    id: item?.id ?? null,
    copiedId: null,
    entityId: item?.taskId ?? null,
    userId: viewer.id,
    createdBy: item?.createdBy ?? null,
    parentId: item?.parentId ?? null,
    title: item?.title ?? "",
    sortIndex: item?.sortIndex ?? null,
    displaySortIndex: node?.displaySortIndex ?? "",
    isComplete: item?.isComplete ?? false,
    isImportant: item?.isImportant ?? false,
    completedCount: node?.completedCount ?? 0,
    members: item?.members ?? [],
    attachments: item?.attachmentIds ?? [],
    nodeId: null,
  };
}

function itemActions(canWork: boolean): Record<string, boolean> {
  return { modify: canWork, remove: canWork, toggle: canWork, add: canWork, addAccomplice: canWork };
}

/** A line as `task.checklistitem.*` answers it. Bitrix24 docs: task-checklist-item-get. */
export function checklistRow(state: State, item: ChecklistItem): Row {
  return {
    ID: String(item.id),
    TASK_ID: String(item.taskId),
    PARENT_ID: item.parentId === 0 ? 0 : String(item.parentId),
    CREATED_BY: String(item.createdBy),
    TITLE: item.title,
    SORT_INDEX: String(item.sortIndex),
    IS_COMPLETE: item.isComplete ? "Y" : "N",
    IS_IMPORTANT: item.isImportant ? "Y" : "N",
    TOGGLED_BY: item.toggledBy === null ? null : String(item.toggledBy),
    TOGGLED_DATE: item.toggledAt ?? "",
    MEMBERS: item.members.flatMap(({ userId, type }) => memberRow(state.people.get(userId), type)),
    ATTACHMENTS: attachments(state, item),
  };
}

function attachments(state: State, item: ChecklistItem): unknown {
  const map = attachmentMap(state, item.attachmentIds);
  const entries = Object.entries(map).map(([id, view]): [string, unknown] => [
    id,
    // Of checklists the number comes as one. safe: attachmentMap makes maps.
    { ...(view as Row), ATTACHMENT_ID: Number(id) },
  ]);
  return phpMap(entries);
}

function memberRow(person: Person | undefined, type: string): Row[] {
  if (person === undefined) return [];
  const { id, gender } = person;
  const image = "/bitrix/images/tasks/default_avatar.png";
  const face = { NAME: nameOf(person), PERSONAL_PHOTO: null, PERSONAL_GENDER: gender, IMAGE: image };
  return [{ ID: String(id), TYPE: type, ...face, IS_COLLABER: false }];
}
