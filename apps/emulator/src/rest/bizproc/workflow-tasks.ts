import type { Portal } from "../../portal.ts";
import type { WorkflowTask } from "../../state/workflow.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { endWorkflow } from "../../workflow/start.ts";
import { tellApprover } from "../../workflow/tell-approver.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { integer, list, record, text, upperKeys } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { accessDenied } from "./errors.ts";
import { answerRows } from "./rows.ts";

const SCOPES = ["bizproc"];
const WAITING = 0;
/** 1 approved, 2 rejected, 3 done, 4 cancelled. Bitrix24 docs: bizproc-task-complete. */
const DECISIONS = [1, 2, 3, 4];
const BUTTONS = {
  CommentLabel: "Comment",
  CommentRequired: "N",
  ShowComment: "Y",
  StatusYesLabel: "Approve",
  StatusNoLabel: "Reject",
};

/** Decisions that workflows wait for. Bitrix24 docs: api-reference/bizproc/bizproc-task. */
export const workflowTaskMethods: RestMethod[] = [
  { name: "bizproc.task.list", scopes: SCOPES, missing: "own", run: listTasks },
  { name: "bizproc.task.complete", scopes: SCOPES, missing: "own", run: completeTask },
  { name: "bizproc.task.delegate", scopes: SCOPES, missing: "own", run: delegateTasks },
];

/** An administrator sees every task, others their own; asking for somebody else's is refused. */
function listTasks({ portal, caller, params }: Call): Answer {
  const filter = upperKeys(record(upperKeys(params), "FILTER"));
  const wanted = integer(filter, "USER_ID");
  const isAdmin = caller.user.role === "manager";
  if (!isAdmin && wanted !== null && wanted !== caller.user.id) throw accessDenied();
  const tasks = [...portal.state.workflowTasks.values()].filter((task) => isAdmin || task.userId === caller.user.id);
  return answerRows(
    tasks.map((task) => view(portal, task)),
    params,
    ["ID", "WORKFLOW_ID", "DOCUMENT_NAME", "NAME"],
  );
}

function completeTask({ portal, caller, params: given }: Call): Answer {
  const params = upperKeys(given);
  if (text(params, "TASK_ID") === "") throw invalid("empty TASK_ID");
  const status = integer(params, "STATUS");
  if (status === null || !DECISIONS.includes(status)) throw invalid("incorrect STATUS");
  const task = portal.state.workflowTasks.get(integer(params, "TASK_ID") ?? 0);
  // Only whom a workflow asks can answer it.
  if (task === undefined || task.userId !== caller.user.id) throw badRequest("ERROR_TASK_NOT_FOUND", "Task not found");
  if (task.status !== WAITING) throw badRequest("ERROR_TASK_COMPLETED", "Task already completed");
  Object.assign(task, { status, comment: text(params, "COMMENT"), changedAt: isoDate(portal.now()) });
  endWorkflow(portal, task.workflowId);
  return TRUE;
}

function delegateTasks({ portal, caller, params: given }: Call): Answer {
  const params = upperKeys(given);
  const ids = list(params, "TASK_IDS").map(Number);
  if (ids.length === 0 || ids.some(Number.isNaN)) throw invalid("Invalid TASK_IDS");
  const fromId = readUser(portal, integer(params, "FROM_USER_ID"), "Invalid FROM_USER_ID");
  const toId = readUser(portal, integer(params, "TO_USER_ID"), "Invalid TO_USER_ID");
  if (fromId !== caller.user.id && caller.user.role !== "manager") throw accessDenied();
  const role = portal.state.people.get(toId)?.role;
  if (role === "client" || role === "bot") throw notDelegated("Tasks can be delegated only to employees");
  const tasks = ids.map((id) => portal.state.workflowTasks.get(id));
  for (const task of tasks) {
    if (task?.userId !== fromId || task.status !== WAITING) {
      throw notDelegated("The user is not responsible for the task");
    }
  }
  for (const task of tasks) {
    if (task === undefined) continue;
    task.userId = toId;
    tellApprover(portal, task);
  }
  return TRUE;
}

function readUser(portal: Portal, id: number | null, refusal: string): number {
  if (id === null || !portal.state.people.has(id)) throw badRequest("ERROR_INVALID_USER_ID", refusal);
  return id;
}

function view({ state }: Portal, task: WorkflowTask): Record<string, unknown> {
  const [module, entity, key] = task.document;
  const templateId = state.workflows.get(task.workflowId)?.templateId ?? null;
  const status = String(task.status);
  return {
    ENTITY: entity,
    DOCUMENT_ID: key,
    ID: String(task.id),
    WORKFLOW_ID: task.workflowId,
    DOCUMENT_NAME: task.documentName,
    DESCRIPTION: task.description,
    NAME: task.name,
    MODIFIED: task.changedAt,
    WORKFLOW_STARTED: task.startedAt,
    WORKFLOW_STARTED_BY: String(task.startedBy),
    OVERDUE_DATE: task.deadline,
    WORKFLOW_TEMPLATE_ID: templateId === null ? null : String(templateId),
    WORKFLOW_TEMPLATE_NAME: task.templateName,
    WORKFLOW_STATE: task.status === WAITING ? "Waiting for approval" : "Completed",
    STATUS: status,
    USER_ID: String(task.userId),
    USER_STATUS: status,
    MODULE_ID: module,
    ACTIVITY: "ApproveActivity",
    ACTIVITY_NAME: `A${task.id}_1_1_1`,
    PARAMETERS: BUTTONS,
    DOCUMENT_URL: documentUrl(module, key),
  };
}

function documentUrl(module: string, key: string): string {
  if (module === "lists") return `/bizproc/processes/?livefeed=y&element_id=${key}`;
  const [type = "", id = ""] = key.split("_");
  return `/crm/${type.toLowerCase()}/details/${id}/`;
}

const invalid = (text: string): RestError => badRequest("ERROR_TASK_VALIDATION", text);
const notDelegated = (text: string): RestError => badRequest("ERROR_DELEGATION_NOT_ALLOWED", text);
