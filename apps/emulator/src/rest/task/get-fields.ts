import type { Answer, Call } from "../method.ts";

type Field = { title: string | null; type: string; [more: string]: unknown };

const YES_NO = { values: { Y: "Yes", N: "No" }, default: "N" };
const integer = (title: string | null, more: object = {}): Field => ({ title, type: "integer", ...more });
const string = (title: string | null, more: object = {}): Field => ({ title, type: "string", ...more });
const moment = (title: string | null): Field => ({ title, type: "datetime", default: null });
const choice = (title: string | null, more: object = YES_NO): Field => ({ title, type: "enum", ...more });

const FIELDS: Record<string, Field> = {
  ID: integer("ID", { primary: true }),
  PARENT_ID: integer("Parent task ID", { default: 0 }),
  TITLE: string("Name", { required: true }),
  DESCRIPTION: string("Description"),
  MARK: choice("Rating", { values: { N: "Negative", P: "Positive" }, default: null }),
  PRIORITY: choice("Priority", { values: { 0: "Low", 1: "Medium", 2: "High" }, default: 1 }),
  STATUS: choice("Status", {
    values: { 2: "Pending", 3: "In progress", 4: "Awaiting control", 5: "Completed", 6: "Deferred" },
    default: 2,
  }),
  MULTITASK: choice("Multitask"),
  NOT_VIEWED: choice(null),
  REPLICATE: choice("Recurring task"),
  GROUP_ID: integer("Project", { default: 0 }),
  STAGE_ID: integer("Stage", { default: 0 }),
  SPRINT_ID: integer("Sprint", { default: 0 }),
  BACKLOG_ID: integer("Backlog", { default: 0 }),
  CREATED_BY: integer("Created by", { required: true }),
  CREATED_DATE: moment(null),
  RESPONSIBLE_ID: integer("Responsible person", { required: true }),
  ACCOMPLICES: { title: null, type: "array" },
  AUDITORS: { title: null, type: "array" },
  CHANGED_BY: integer("Changed by"),
  CHANGED_DATE: moment("Changed on"),
  STATUS_CHANGED_BY: integer("Status changed by"),
  STATUS_CHANGED_DATE: moment("Status changed on"),
  CLOSED_BY: integer("Closed by", { default: null }),
  CLOSED_DATE: moment("Closed on"),
  ACTIVITY_DATE: moment(null),
  DATE_START: moment("Started on"),
  DEADLINE: moment("Deadline"),
  START_DATE_PLAN: moment("Planned start"),
  END_DATE_PLAN: moment("Planned end"),
  GUID: string("GUID", { default: null }),
  XML_ID: string("XML_ID", { default: null }),
  COMMENTS_COUNT: integer("Number of comments", { default: 0 }),
  SERVICE_COMMENTS_COUNT: integer(null, { default: 0 }),
  NEW_COMMENTS_COUNT: integer(null, { default: 0 }),
  ALLOW_CHANGE_DEADLINE: choice(null),
  ALLOW_TIME_TRACKING: choice(null),
  TASK_CONTROL: choice("Approve when completed"),
  ADD_IN_REPORT: choice("Include in report"),
  FORKED_BY_TEMPLATE_ID: choice("Made from a template"),
  TIME_ESTIMATE: integer("Time estimate"),
  TIME_SPENT_IN_LOGS: integer("Time spent"),
  MATCH_WORK_TIME: integer("Skip weekends"),
  FORUM_TOPIC_ID: integer("FORUM_TOPIC_ID"),
  FORUM_ID: integer("FORUM_ID"),
  SITE_ID: string("SITE_ID"),
  SUBORDINATE: choice("Subordinate's task", { ...YES_NO, default: null }),
  FAVORITE: choice(null, { ...YES_NO, default: null }),
  EXCHANGE_MODIFIED: moment("EXCHANGE_MODIFIED"),
  EXCHANGE_ID: integer("EXCHANGE_ID", { default: null }),
  OUTLOOK_VERSION: integer("OUTLOOK_VERSION", { default: null }),
  VIEWED_DATE: moment("Viewed on"),
  SORTING: { title: "Sorting", type: "double" },
  DURATION_PLAN: integer("Duration (plan)"),
  DURATION_FACT: integer("Duration (fact)"),
  CHECKLIST: { title: null, type: "array" },
  DURATION_TYPE: choice("DURATION_TYPE", {
    // The typing error is the portal's.
    values: ["secs", "mins", "hours", "days", "weeks", "monts", "years"],
    default: "days",
  }),
  IS_MUTED: choice(null),
  IS_PINNED: choice(null),
  IS_PINNED_IN_GROUP: choice(null),
  FLOW_ID: integer("Flow", { default: 0 }),
  UF_CRM_TASK: { title: "CRM items", type: "crm" },
  UF_TASK_WEBDAV_FILES: { title: "Files", type: "disk_file" },
  UF_MAIL_MESSAGE: { title: null, type: "mail_message" },
};

/** Every field of a task, the portal's own ones at the end. Bitrix24 docs: tasks-task-get-fields. */
export function getFields({ portal, caller }: Call): Answer {
  const own = [...portal.state.taskUserFields.values()].map(({ name, type, labels }): [string, Field] => [
    name,
    { title: labels[caller.user.language] ?? name, type },
  ]);
  return { result: { fields: { ...FIELDS, ...Object.fromEntries(own) } } };
}
