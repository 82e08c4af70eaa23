import { nameOf } from "../../chat/find.ts";
import { postMessage } from "../../chat/post-message.ts";
import { attachObject } from "../../disk/attachments.ts";
import type { Portal } from "../../portal.ts";
import type { Task } from "../../state/model.ts";
import { nextId } from "../../state/state.ts";
import type { TaskComment } from "../../state/task.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { integer, list, text, upperKeys } from "../params.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { OPERATOR } from "../comparison.ts";
import { attachmentMap } from "./attachments.ts";
import { announceComment } from "../../task/comment-in-chat.ts";
import { recordChange } from "../../task/record-change.ts";
import { coreError } from "./errors.ts";
import {
  actionFailed,
  actionNotAllowed,
  integerAt,
  itemNotFound,
  knownKeysAt,
  mapAt,
  positional,
  taskAt,
} from "./positional.ts";
import { readFileRefs } from "./task-files.ts";
import { chatOfTask } from "./task-chat.ts";

const CLASS = "ctaskcommentitem";
const COLUMNS = ["ID", "AUTHOR_ID", "AUTHOR_NAME", "AUTHOR_EMAIL", "POST_DATE"];

/**
 * Comments of tasks. With the new card they are messages of the task's chat: one can still be added, but none is read,
 * changed or deleted here. Bitrix24 docs: api-reference/tasks/comment-item, tasks-new.
 */
export const commentMethods: RestMethod[] = [
  { name: "task.commentitem.add", scopes: ["task"], missing: "own", run: addComment },
  { name: "task.commentitem.get", scopes: ["task"], missing: "own", run: getComment },
  { name: "task.commentitem.getlist", scopes: ["task"], missing: "own", run: listComments },
  { name: "task.commentitem.update", scopes: ["task"], missing: "own", run: updateComment },
  { name: "task.commentitem.delete", scopes: ["task"], missing: "own", run: deleteComment },
];

function addComment(call: Call): Answer {
  const { portal, caller } = call;
  const given = positional(call, `${CLASS}::add`);
  const task = taskAt(call, given, coreError("Insufficient rights to add a comment"));
  const fields = upperKeys(mapAt(given, 1, "arFields"));
  const message = text(fields, "POST_MESSAGE").trim();
  if (message === "") throw coreError("The text of the comment is not specified");
  const files = readFileRefs(portal, list(fields, "UF_FORUM_MESSAGE_DOC"));
  const wanted = integer(fields, "AUTHOR_ID");
  const authorId = wanted !== null && portal.state.people.has(wanted) ? wanted : caller.user.id;
  const at = text(fields, "POST_DATE") === "" ? isoDate(portal.now()) : isoDate(new Date(text(fields, "POST_DATE")));
  return { result: keepComment(portal, task, { authorId, text: message, at }, files.fileIds) };
}

function keepComment(
  portal: Portal,
  task: Task,
  draft: Pick<TaskComment, "authorId" | "text" | "at">,
  fileIds: number[],
): number {
  const chat = chatOfTask(portal, task);
  const posted = chat === null ? null : postMessage(portal, chat, { authorId: draft.authorId, text: draft.text });
  const id = nextId(portal.state, "taskComment");
  const target = { moduleId: "forum", entityType: "comment", entityId: id };
  const attachmentIds = fileIds.map((fileId) => attachObject(portal, fileId, target, draft.authorId).id);
  const messageId = posted?.id ?? null;
  portal.state.taskComments.set(id, { ...draft, id, taskId: task.id, messageId, attachmentIds });
  if (posted === null) {
    recordChange(portal, task.id, draft.authorId, "COMMENT", null, String(id));
    task.activityAt = draft.at;
    announceComment(portal, { ID: id, TASK_ID: task.id }, draft.authorId);
  }
  return id;
}

function getComment(call: Call): Answer {
  const { comment } = readComment(call, "get");
  if (comment === null) throw itemNotFound();
  return { result: view(call.portal, comment) };
}

function listComments(call: Call): Answer {
  const { state } = call.portal;
  const given = positional(call, `${CLASS}::getlist`);
  const task = taskAt(call, given, actionFailed());
  const order = knownKeysAt(given, 1, "arOrder", (key) => COLUMNS.includes(key.toUpperCase()));
  const filter = knownKeysAt(given, 2, "arFilter", isFilterKey);
  const comments = [...state.taskComments.values()].filter(
    ({ taskId, messageId }) => taskId === task.id && messageId === null,
  );
  const rows = comments.map((comment) => view(call.portal, comment));
  const column = (field: string) => (row: Record<string, unknown>) => row[field];
  const found = rows.filter(filterOf(upperKeys(filter), column));
  const compare = orderOf(Object.keys(order).length === 0 ? { ID: "desc" } : upperKeys(order), column);
  return { result: compare === null ? found : found.toSorted(compare) };
}

/** A date or a number may be compared, but not searched in. */
function isFilterKey(key: string): boolean {
  const operator = OPERATOR.exec(key)?.[0] ?? "";
  return !operator.includes("%") && COLUMNS.includes(key.slice(operator.length).toUpperCase());
}

function updateComment(call: Call): Answer {
  const { comment, given } = readComment(call, "update");
  const fields = upperKeys(mapAt(given, 2, "arFields"));
  const message = text(fields, "POST_MESSAGE").trim();
  if (message === "") throw coreError("The text of the comment is not specified.");
  if (comment === null || !mayChange(call, comment)) throw actionNotAllowed();
  comment.text = message;
  return TRUE;
}

function deleteComment(call: Call): Answer {
  const { comment } = readComment(call, "delete");
  if (comment === null || !mayChange(call, comment)) throw actionNotAllowed();
  call.portal.state.taskComments.delete(comment.id);
  return TRUE;
}

function mayChange({ caller }: Call, comment: TaskComment): boolean {
  return comment.authorId === caller.user.id || caller.user.role === "manager";
}

/** What stands in a chat is no comment any more, so it is not found here. */
function readComment(call: Call, method: string) {
  const given = positional(call, `${CLASS}::${method}`);
  const taskId = integerAt(given, 0, "taskId");
  const itemId = integerAt(given, 1, "itemId");
  const comment = call.portal.state.taskComments.get(itemId);
  const isOfTask = comment !== undefined && comment.taskId === taskId && comment.messageId === null;
  if (isOfTask) taskAt(call, given, itemNotFound());
  return { given, comment: isOfTask ? comment : null };
}

function view({ state }: Portal, comment: TaskComment): Record<string, unknown> {
  const author = state.people.get(comment.authorId);
  return {
    POST_MESSAGE_HTML: null,
    ID: String(comment.id),
    AUTHOR_ID: String(comment.authorId),
    AUTHOR_NAME: author === undefined ? "" : nameOf(author),
    AUTHOR_EMAIL: "",
    POST_DATE: comment.at,
    POST_MESSAGE: comment.text,
    ATTACHED_OBJECTS: attachmentMap(state, comment.attachmentIds),
  };
}
