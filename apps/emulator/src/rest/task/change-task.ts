import { announce } from "../../events/app-events.ts";
import type { Portal } from "../../portal.ts";
import type { Task } from "../../state/model.ts";
import { recordChange } from "../../task/record-change.ts";
import { tellResponsible } from "../../task/tell-responsible.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { followTask } from "./task-chat.ts";

/** What history says of a field, by the name it has there. Bitrix24 docs: tasks-task-history-list. */
const HISTORY: Record<string, (task: Task) => string | null> = {
  TITLE: (task) => task.title,
  DESCRIPTION: (task) => task.description,
  STATUS: (task) => task.status,
  PRIORITY: (task) => task.priority,
  MARK: (task) => task.mark,
  PARENT_ID: (task) => (task.parentId === null ? null : String(task.parentId)),
  GROUP_ID: (task) => String(task.groupId),
  STAGE_ID: (task) => String(task.stageId),
  CREATED_BY: (task) => String(task.createdBy),
  RESPONSIBLE_ID: (task) => String(task.responsibleId),
  ACCOMPLICES: (task) => task.accompliceIds.join(","),
  AUDITORS: (task) => task.auditorIds.join(","),
  DEADLINE: (task) => task.deadline,
  START_DATE_PLAN: (task) => task.startPlanAt,
  END_DATE_PLAN: (task) => task.endPlanAt,
  TIME_ESTIMATE: (task) => String(task.timeEstimateSeconds),
  TAGS: (task) => task.tags.join(","),
  TASK_CONTROL: (task) => yesNo(task.needsControl),
  ALLOW_TIME_TRACKING: (task) => yesNo(task.allowsTimeTracking),
  ALLOW_CHANGE_DEADLINE: (task) => yesNo(task.allowsDeadlineChange),
};

/** Changes a task and leaves every field that really changed in its history. Applications hear of it. */
export function changeTask(portal: Portal, task: Task, change: Partial<Task>, userId: number): void {
  const before = structuredClone(task);
  const at = isoDate(portal.now());
  Object.assign(task, change);
  if (task.status !== before.status) Object.assign(task, { statusChangedAt: at, statusChangedBy: userId });
  for (const [field, read] of Object.entries(HISTORY)) {
    if (read(before) !== read(task)) recordChange(portal, task.id, userId, field, read(before), read(task));
  }
  task.viewedAt[userId] = at;
  Object.assign(task, { changedAt: at, changedBy: userId, activityAt: at, version: before.version + 1 });
  followTask(portal, before, task);
  if (task.responsibleId !== before.responsibleId) tellResponsible(portal, task, userId);
  portal.live.publish({ type: "task", task });
  const FIELDS = { ID: task.id };
  const isAccessible = { IS_ACCESSIBLE_BEFORE: "undefined", IS_ACCESSIBLE_AFTER: "undefined" };
  announce(portal, "ONTASKUPDATE", { FIELDS_BEFORE: FIELDS, FIELDS_AFTER: FIELDS, ...isAccessible }, userId);
}

function yesNo(value: boolean): string {
  return value ? "Y" : "N";
}
