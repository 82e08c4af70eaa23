import { nameOf, messagesOf } from "../../chat/find.ts";
import type { Person, Task } from "../../state/model.ts";
import type { State } from "../../state/state.ts";
import { camelKey } from "../../wire/key-case.ts";
import { phpMap } from "../../wire/php-map.ts";
import { allowedActions } from "./actions.ts";
import { attachmentIdsOf } from "./attachments.ts";
import { checklistMap, checklistTree } from "./checklist-view.ts";
import { subStatus } from "./sub-status.ts";

export type TaskRow = Record<string, unknown>;

/** A task as the methods answer it: camelCase, every number a text. Bitrix24 docs: tasks-task-get, tasks-task-add. */
export function taskRow(state: State, task: Task, viewer: Person, now: Date): TaskRow {
  const seconds = spentSeconds(state, task.id);
  const comments = commentCount(state, task);
  return {
    id: String(task.id),
    parentId: task.parentId === null ? null : String(task.parentId),
    title: task.title,
    description: task.description,
    mark: task.mark,
    priority: task.priority,
    multitask: "N",
    notViewed: isNotViewed(task, viewer) ? "Y" : "N",
    replicate: "N",
    stageId: String(task.stageId),
    sprintId: null,
    backlogId: null,
    createdBy: String(task.createdBy),
    createdDate: task.createdAt,
    responsibleId: String(task.responsibleId),
    changedBy: String(task.changedBy),
    changedDate: task.changedAt,
    statusChangedBy: task.statusChangedBy === null ? null : String(task.statusChangedBy),
    closedBy: task.closedBy === null ? null : String(task.closedBy),
    closedDate: task.closedAt,
    activityDate: task.activityAt,
    dateStart: task.startedAt,
    deadline: task.deadline,
    startDatePlan: task.startPlanAt,
    endDatePlan: task.endPlanAt,
    guid: task.guid,
    xmlId: task.xmlId,
    commentsCount: comments === 0 ? null : String(comments),
    serviceCommentsCount: null,
    allowChangeDeadline: yesNo(task.allowsDeadlineChange),
    allowTimeTracking: yesNo(task.allowsTimeTracking),
    taskControl: yesNo(task.needsControl),
    addInReport: "N",
    forkedByTemplateId: null,
    timeEstimate: String(task.timeEstimateSeconds),
    timeSpentInLogs: seconds === 0 ? null : String(seconds),
    matchWorkTime: yesNo(task.matchesWorkTime),
    forumTopicId: null,
    forumId: null,
    siteId: "s1",
    subordinate: "N",
    exchangeModified: null,
    exchangeId: null,
    outlookVersion: String(task.version),
    viewedDate: task.viewedAt[viewer.id] ?? null,
    sorting: null,
    durationFact: seconds === 0 ? null : String(Math.floor(seconds / 60)),
    isMuted: yesNo(task.mutedBy.includes(viewer.id)),
    isPinned: yesNo(task.pinnedBy.includes(viewer.id)),
    isPinnedInGroup: "N",
    flowId: null,
    chatId: task.chatId,
    descriptionInBbcode: "Y",
    status: task.status,
    subStatus: subStatus(task, viewer.id, now),
    statusChangedDate: task.statusChangedAt,
    durationPlan: null,
    durationType: "days",
    favorite: yesNo(task.favoriteOf.includes(viewer.id)),
    groupId: String(task.groupId),
    auditors: task.auditorIds.map(String),
    accomplices: task.accompliceIds.map(String),
    checklist: checklistMap(state, task, viewer),
    group: [],
    creator: personPart(state, task.createdBy),
    responsible: personPart(state, task.responsibleId),
    accomplicesData: peopleMap(state, task.accompliceIds),
    auditorsData: peopleMap(state, task.auditorIds),
    newCommentsCount: newComments(state, task, viewer),
    ufCrmTask: task.crmLinks.length === 0 ? false : task.crmLinks,
    ufTaskWebdavFiles: attachmentIdsOf(state, task.id),
    ufMailMessage: null,
    ...ownFields(state, task),
    action: allowedActions(state, task, viewer),
    checkListTree: checklistTree(state, task, viewer),
    checkListCanAdd: true,
  };
}

function isNotViewed(task: Task, viewer: Person): boolean {
  return task.viewedAt[viewer.id] === undefined && task.createdBy !== viewer.id;
}

/** Messages of the task's chat that the person has not read. */
export function newComments(state: State, task: Task, viewer: Person): number {
  const chat = task.chatId === null ? undefined : state.chats.get(task.chatId);
  if (chat === undefined) return 0;
  const readUpTo = chat.readUpTo[viewer.id] ?? 0;
  return messagesOf(state, chat.id).filter(({ id, authorId }) => id > readUpTo && authorId !== viewer.id).length;
}

function personPart(state: State, id: number): TaskRow {
  const person = state.people.get(id);
  return {
    id: String(id),
    name: person === undefined ? "" : nameOf(person),
    link: `/company/personal/user/${id}/`,
    icon: "/bitrix/images/tasks/default_avatar.png",
    workPosition: person?.workPosition ?? "",
  };
}

function peopleMap(state: State, ids: number[]): unknown {
  return phpMap(ids.map((id) => [String(id), personPart(state, id)]));
}

/** The portal's own fields of tasks: null where the task has no value. */
function ownFields(state: State, task: Task): TaskRow {
  const names = [...state.taskUserFields.values()].map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [camelKey(name), task.userFields[name] ?? null]));
}

export function spentSeconds(state: State, taskId: number): number {
  const spent = [...state.elapsedTimes.values()].filter((time) => time.taskId === taskId);
  return spent.reduce((sum, { seconds }) => sum + seconds, 0);
}

function commentCount(state: State, task: Task): number {
  const comments = [...state.taskComments.values()].filter(({ taskId }) => taskId === task.id);
  const messages = task.chatId === null ? [] : messagesOf(state, task.chatId).filter(({ isSystem }) => !isSystem);
  return comments.filter(({ messageId }) => messageId === null).length + messages.length;
}

function yesNo(value: boolean): string {
  return value ? "Y" : "N";
}
