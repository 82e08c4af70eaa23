import type { Person, Task } from "../../state/model.ts";
import type { ReadColumn } from "../row-filter.ts";
import { subStatus } from "./sub-status.ts";

type Read = (task: Task) => unknown;

/** The page names all but XML_ID and GUID, which portals take too. REAL_STATUS is the `status` of an answer. */
const COLUMNS: Record<string, Read> = {
  ID: (task) => task.id,
  PARENT_ID: (task) => task.parentId ?? 0,
  GROUP_ID: (task) => task.groupId,
  STAGE_ID: (task) => task.stageId,
  SPRINT_ID: () => 0,
  BACKLOG_ID: () => 0,
  FORUM_TOPIC_ID: () => 0,
  TITLE: (task) => task.title,
  CREATED_BY: (task) => task.createdBy,
  RESPONSIBLE_ID: (task) => task.responsibleId,
  STATUS_CHANGED_BY: (task) => task.statusChangedBy ?? 0,
  ACCOMPLICE: (task) => task.accompliceIds,
  AUDITOR: (task) => task.auditorIds,
  DEPENDS_ON: () => [],
  TAG: (task) => task.tags,
  PRIORITY: (task) => Number(task.priority),
  REAL_STATUS: (task) => Number(task.status),
  MARK: (task) => task.mark,
  SITE_ID: () => "s1",
  ADD_IN_REPORT: () => "N",
  DATE_START: (task) => task.startedAt,
  DEADLINE: (task) => task.deadline,
  CREATED_DATE: (task) => task.createdAt,
  CHANGED_DATE: (task) => task.changedAt,
  CLOSED_DATE: (task) => task.closedAt,
  XML_ID: (task) => task.xmlId,
  GUID: (task) => task.guid,
  UF_CRM_TASK: (task) => task.crmLinks,
};

/** Fields to sort by that are no filter. */
const ORDER_ONLY: Record<string, Read> = {
  STATUS: (task) => Number(task.status),
  START_DATE_PLAN: (task) => task.startPlanAt,
  END_DATE_PLAN: (task) => task.endPlanAt,
  ACTIVITY_DATE: (task) => task.activityAt,
  DATE_PLAN: (task) => task.startPlanAt,
  ALLOW_CHANGE_DEADLINE: (task) => (task.allowsDeadlineChange ? "Y" : "N"),
  ALLOW_TIME_TRACKING: (task) => (task.allowsTimeTracking ? "Y" : "N"),
  TIME_ESTIMATE: (task) => task.timeEstimateSeconds,
};

/** How a filter reads a task, for one viewer at one moment. Bitrix24 docs: tasks-task-list. */
export function filterColumns(viewer: Person, now: Date): ReadColumn<Task> {
  return (field) => {
    if (field === "STATUS") return (task) => Number(subStatus(task, viewer.id, now));
    // The portal's own fields.
    if (field.startsWith("UF_") && COLUMNS[field] === undefined) return (task) => task.userFields[field] ?? "";
    return COLUMNS[field] ?? null;
  };
}

/** How an order reads a task. */
export const orderColumns: ReadColumn<Task> = (field) => ORDER_ONLY[field] ?? COLUMNS[field] ?? null;
