import type {
  CalendarBooking,
  CalendarEvent,
  CalendarResource,
  CalendarSection,
  CalendarSettings,
} from "./calendar.ts";
import type { ListElement, ListField, ListSection, UniversalList } from "./lists.ts";
import type {
  ChecklistItem,
  ElapsedTime,
  TaskChange,
  TaskComment,
  TaskResult,
  TaskStage,
  TaskUserField,
} from "./task.ts";
import type { Workflow, WorkflowTask, WorkflowTemplate } from "./workflow.ts";
import type { WorkDay } from "./work-day.ts";

/**
 * What people do at work, beside the tasks themselves (`state.tasks`) and the files that hang on them
 * (`state.attachedObjects`, entity type `task`). Collections are maps by the record's `id`.
 * Every moment is an ISO text with an offset, every person a number of `state.people`.
 */
export type WorkState = {
  /**
   * The task card of the portal. `chat` (tasks from 25.700.0 on): comments are messages of the task's chat; `forum`: the
   * old card, whose comments are records of their own.
   */
  taskCard: "chat" | "forum";
  taskChanges: Map<number, TaskChange>;
  taskComments: Map<number, TaskComment>;
  taskResults: Map<number, TaskResult>;
  taskStages: Map<number, TaskStage>;
  taskUserFields: Map<number, TaskUserField>;
  checklistItems: Map<number, ChecklistItem>;
  elapsedTimes: Map<number, ElapsedTime>;
  calendarEvents: Map<number, CalendarEvent>;
  calendarSections: Map<number, CalendarSection>;
  calendarResources: Map<number, CalendarResource>;
  calendarBookings: Map<number, CalendarBooking>;
  calendarSettings: Map<number, CalendarSettings>;
  workDays: Map<number, WorkDay>;
  lists: Map<number, UniversalList>;
  listFields: Map<number, ListField>;
  listSections: Map<number, ListSection>;
  listElements: Map<number, ListElement>;
  workflowTemplates: Map<number, WorkflowTemplate>;
  workflows: Map<string, Workflow>;
  workflowTasks: Map<number, WorkflowTask>;
};

export function emptyWork(): WorkState {
  return {
    taskCard: "chat",
    taskChanges: new Map(),
    taskComments: new Map(),
    taskResults: new Map(),
    taskStages: new Map(),
    taskUserFields: new Map(),
    checklistItems: new Map(),
    elapsedTimes: new Map(),
    calendarEvents: new Map(),
    calendarSections: new Map(),
    calendarResources: new Map(),
    calendarBookings: new Map(),
    calendarSettings: new Map(),
    workDays: new Map(),
    lists: new Map(),
    listFields: new Map(),
    listSections: new Map(),
    listElements: new Map(),
    workflowTemplates: new Map(),
    workflows: new Map(),
    workflowTasks: new Map(),
  };
}
