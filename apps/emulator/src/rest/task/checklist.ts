import type { Portal } from "../../portal.ts";
import type { ChecklistItem } from "../../state/task.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { TRUE } from "../method.ts";
import { flag, integer, text, upperKeys, type Params } from "../params.ts";
import { orderOf } from "../row-filter.ts";
import { mayWork } from "./actions.ts";
import { recordChange } from "../../task/record-change.ts";
import { checklistItemsOf, checklistRow } from "./checklist-view.ts";
import {
  actionFailed,
  actionNotAllowed,
  assertFailed,
  integerAt,
  itemNotFound,
  knownKeysAt,
  mapAt,
  positional,
  taskAt,
} from "./positional.ts";

const CLASS = "ctaskchecklistitem";
/** The name of a checklist that nobody gave one. */
const DEFAULT_TITLE = "BX_CHECKLIST_1";
const SORT_FIELDS = ["ID", "TITLE", "CREATED_BY", "SORT_INDEX", "IS_COMPLETE", "TOGGLED_BY", "TOGGLED_DATE"];

/** Bitrix24 docs: api-reference/tasks/checklist-item. */
export const checklistMethods: RestMethod[] = [
  { name: "task.checklistitem.add", scopes: ["task"], missing: "own", run: addItem },
  { name: "task.checklistitem.get", scopes: ["task"], missing: "own", run: getItem },
  { name: "task.checklistitem.getlist", scopes: ["task"], missing: "own", run: listItems },
  { name: "task.checklistitem.update", scopes: ["task"], missing: "own", run: updateItem },
  { name: "task.checklistitem.delete", scopes: ["task"], missing: "own", run: deleteItem },
  { name: "task.checklistitem.complete", scopes: ["task"], missing: "own", run: (call) => toggle(call, true) },
  { name: "task.checklistitem.renew", scopes: ["task"], missing: "own", run: (call) => toggle(call, false) },
];

/** A line without a parent goes into the first checklist, which is made when the task has none. */
function addItem(call: Call): Answer {
  const { portal, caller } = call;
  const given = positional(call, `${CLASS}::add`);
  const refusal = actionFailed("Adding an item: the action is not available");
  const task = taskAt(call, given, refusal);
  const fields = upperKeys(mapAt(given, 1, "arFields"));
  if (text(fields, "TITLE").trim() === "") throw actionFailed("The name of the item is not specified");
  if (!mayWork(task, caller.user)) throw refusal;
  const isList = text(fields, "PARENT_ID") === "0";
  const parentId = isList ? 0 : (integer(fields, "PARENT_ID") ?? firstListOf(portal, task.id, caller.user.id));
  const item = createItem(portal, task.id, caller.user.id, { ...readItem(portal, fields), parentId });
  recordChange(portal, task.id, caller.user.id, "CHECKLIST_ITEM_CREATE", "", item.title);
  return { result: item.id };
}

function firstListOf(portal: Portal, taskId: number, userId: number): number {
  const first = checklistItemsOf(portal.state, taskId).find(({ parentId }) => parentId === 0);
  return first?.id ?? createItem(portal, taskId, userId, { title: DEFAULT_TITLE, parentId: 0 }).id;
}

function createItem(portal: Portal, taskId: number, userId: number, fields: Partial<ChecklistItem>): ChecklistItem {
  const siblings = checklistItemsOf(portal.state, taskId).filter(({ parentId }) => parentId === fields.parentId);
  const item: ChecklistItem = {
    parentId: 0,
    title: "",
    sortIndex: siblings.length,
    isComplete: false,
    isImportant: false,
    toggledBy: null,
    toggledAt: null,
    members: [],
    attachmentIds: [],
    ...fields,
    id: nextId(portal.state, "checklistItem"),
    taskId,
    createdBy: userId,
  };
  portal.state.checklistItems.set(item.id, item);
  return item;
}

function getItem(call: Call): Answer {
  const { task, item } = readItemOf(call, "get");
  if (task === null || item === null) throw itemNotFound();
  return { result: checklistRow(call.portal.state, item) };
}

function listItems(call: Call): Answer {
  const given = positional(call, `${CLASS}::getlist`);
  const task = taskAt(call, given, actionFailed());
  const order = upperKeys(knownKeysAt(given, 1, "arOrder", (key) => SORT_FIELDS.includes(key.toUpperCase())));
  const rows = checklistItemsOf(call.portal.state, task.id).map((item) => checklistRow(call.portal.state, item));
  const compare = orderOf<Record<string, unknown>>(order, (field) => (row) => row[field]);
  return { result: compare === null ? rows : rows.toSorted(compare) };
}

function updateItem(call: Call): Answer {
  const { portal, caller } = call;
  const { task, item, given } = readItemOf(call, "update");
  const fields = upperKeys(mapAt(given, 2, "arFields"));
  if (task === null || item === null) throw itemNotFound();
  if (!mayWork(task, caller.user)) throw actionNotAllowed("No access to edit the task");
  const change = readItem(portal, fields);
  const renamed = change.title !== undefined && change.title !== item.title;
  if (renamed) {
    recordChange(portal, task.id, caller.user.id, "CHECKLIST_ITEM_RENAME", item.title, change.title ?? "");
  }
  Object.assign(item, change);
  return { result: null };
}

/** A list goes with all its lines. */
function deleteItem(call: Call): Answer {
  const { portal, caller } = call;
  const { task, item } = readItemOf(call, "delete");
  const refusal = actionFailed("Deleting an item: the action is not available");
  if (task === null || item === null || !mayWork(task, caller.user)) throw refusal;
  const remove = (id: number): void => {
    portal.state.checklistItems.delete(id);
    for (const child of portal.state.checklistItems.values()) if (child.parentId === id) remove(child.id);
  };
  remove(item.id);
  recordChange(portal, task.id, caller.user.id, "CHECKLIST_ITEM_REMOVE", item.title, "");
  return TRUE;
}

function toggle(call: Call, isComplete: boolean): Answer {
  const { portal, caller } = call;
  const { task, item } = readItemOf(call, isComplete ? "complete" : "renew");
  if (task === null || item === null) throw assertFailed();
  if (!mayWork(task, caller.user)) throw actionNotAllowed();
  Object.assign(item, { isComplete, toggledBy: caller.user.id, toggledAt: isoDate(portal.now()) });
  const field = isComplete ? "CHECKLIST_ITEM_CHECK" : "CHECKLIST_ITEM_UNCHECK";
  recordChange(portal, task.id, caller.user.id, field, item.title, item.title);
  return TRUE;
}

/** The task and the line that stand first and second; null for what is not there or not the caller's. */
function readItemOf(call: Call, method: string) {
  const given = positional(call, `${CLASS}::${method}`);
  const taskId = integerAt(given, 0, "taskId");
  const itemId = integerAt(given, 1, "itemId");
  const task = call.portal.state.tasks.has(taskId) ? taskAt(call, given, actionFailed()) : null;
  const item = call.portal.state.checklistItems.get(itemId) ?? null;
  return { given, task, item: item?.taskId === taskId ? item : null };
}

function readItem(portal: Portal, fields: Params): Partial<ChecklistItem> {
  const members = Object.entries(typeof fields["MEMBERS"] === "object" ? { ...fields["MEMBERS"] } : {});
  return {
    ...(fields["TITLE"] !== undefined && { title: text(fields, "TITLE").trim() }),
    ...(fields["SORT_INDEX"] !== undefined && { sortIndex: integer(fields, "SORT_INDEX") ?? 0 }),
    ...(fields["PARENT_ID"] !== undefined && { parentId: integer(fields, "PARENT_ID") ?? 0 }),
    ...(fields["IS_COMPLETE"] !== undefined && { isComplete: flag(fields, "IS_COMPLETE", false) }),
    ...(fields["IS_IMPORTANT"] !== undefined && { isImportant: flag(fields, "IS_IMPORTANT", false) }),
    ...(fields["MEMBERS"] !== undefined && {
      members: members.flatMap(([id, member]) => readMember(portal, Number(id), member)),
    }),
  };
}

/** `{"3": {"TYPE": "A"}}`, or the letter alone. */
function readMember(portal: Portal, userId: number, member: unknown): ChecklistItem["members"] {
  if (!portal.state.people.has(userId)) return [];
  const given = typeof member === "object" && member !== null ? text({ ...member }, "TYPE") : String(member);
  return [{ userId, type: given === "U" ? "U" : "A" }];
}
