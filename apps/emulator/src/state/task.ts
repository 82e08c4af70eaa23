/** REAL_STATUS of a task. Bitrix24 docs: api-reference/tasks/status. */
export const TASK_STATUS = { pending: "2", inProgress: "3", awaitingControl: "4", completed: "5", deferred: "6" };

/** A task. Its chat is made when somebody first writes into it. */
export type Task = {
  id: number;
  title: string;
  description: string;
  responsibleId: number;
  createdBy: number;
  deadline: string | null;
  xmlId: string | null;
  /** 0 low, 1 normal, 2 high. */
  priority: string;
  /** REAL_STATUS: 2 pending, 3 in progress, 4 awaiting control, 5 completed, 6 deferred. */
  status: string;
  createdAt: string;
  guid: string;
} & TaskDetails;

/** What tasks of older state files do not have; `record-defaults.ts` fills it in. */
type TaskDetails = {
  parentId: number | null;
  groupId: number;
  stageId: number;
  accompliceIds: number[];
  auditorIds: number[];
  tags: string[];
  /** CRM records the task belongs to: `L_4`, `D_10`, `C_7`, `CO_5`. */
  crmLinks: string[];
  /** Values of the portal's own task fields (UF_…), by field name. */
  userFields: Record<string, unknown>;
  startPlanAt: string | null;
  endPlanAt: string | null;
  startedAt: string | null;
  closedAt: string | null;
  closedBy: number | null;
  changedAt: string;
  changedBy: number;
  statusChangedAt: string;
  statusChangedBy: number | null;
  activityAt: string;
  /** P positive, N negative. */
  mark: string | null;
  timeEstimateSeconds: number;
  allowsDeadlineChange: boolean;
  allowsTimeTracking: boolean;
  /** The creator has to accept the work before the task is completed. */
  needsControl: boolean;
  matchesWorkTime: boolean;
  /** How often the task was changed, from 1. */
  version: number;
  favoriteOf: number[];
  mutedBy: number[];
  pinnedBy: number[];
  /** When each person last opened the task, by person id. */
  viewedAt: Record<string, string>;
  chatId: number | null;
};

/** The details of a task that was just made. */
export function newTaskDetails(createdAt: string, createdBy: number): TaskDetails {
  return {
    parentId: null,
    groupId: 0,
    stageId: 0,
    accompliceIds: [],
    auditorIds: [],
    tags: [],
    crmLinks: [],
    userFields: {},
    startPlanAt: null,
    endPlanAt: null,
    startedAt: null,
    closedAt: null,
    closedBy: null,
    changedAt: createdAt,
    changedBy: createdBy,
    statusChangedAt: createdAt,
    statusChangedBy: null,
    activityAt: createdAt,
    mark: null,
    timeEstimateSeconds: 0,
    allowsDeadlineChange: false,
    allowsTimeTracking: false,
    needsControl: false,
    matchesWorkTime: false,
    version: 1,
    favoriteOf: [],
    mutedBy: [],
    pinnedBy: [],
    viewedAt: {},
    chatId: null,
  };
}

/** One line of a task's history: a field and its two values. */
export type TaskChange = {
  id: number;
  taskId: number;
  userId: number;
  at: string;
  /** As the portal names it: STATUS, DEADLINE, RESPONSIBLE_ID, NEW, COMMENT … */
  field: string;
  from: string | null;
  to: string | null;
};

/** A comment of the old card. In the new card it is a message of the task's chat, named here. */
export type TaskComment = {
  id: number;
  taskId: number;
  authorId: number;
  text: string;
  at: string;
  messageId: number | null;
  attachmentIds: number[];
};

/** What came of a task, as its people wrote it down. */
export type TaskResult = {
  id: number;
  taskId: number;
  authorId: number;
  text: string;
  createdAt: string;
  updatedAt: string;
  commentId: number | null;
  messageId: number | null;
  attachmentIds: number[];
};

/** A column of somebody's planner (`U`) or of a work group's board (`G`). */
export type TaskStage = {
  id: number;
  entityId: number;
  entityType: "U" | "G";
  title: string;
  sort: number;
  color: string;
  systemType: string | null;
};

export type TaskUserField = {
  id: number;
  name: string;
  /** string, double, datetime, boolean, crm … */
  type: string;
  xmlId: string;
  sort: number;
  isMultiple: boolean;
  isMandatory: boolean;
  settings: unknown;
  labels: Record<string, string>;
};

/** A line of a checklist; `parentId` 0 is a checklist itself. */
export type ChecklistItem = {
  id: number;
  taskId: number;
  parentId: number;
  createdBy: number;
  title: string;
  sortIndex: number;
  isComplete: boolean;
  isImportant: boolean;
  toggledBy: number | null;
  toggledAt: string | null;
  /** A: helps with it, U: watches it. */
  members: { userId: number; type: "A" | "U" }[];
  attachmentIds: number[];
};

/** Time that somebody spent on a task. */
export type ElapsedTime = {
  id: number;
  taskId: number;
  userId: number;
  text: string;
  seconds: number;
  createdAt: string;
  startedAt: string;
  stoppedAt: string;
};
