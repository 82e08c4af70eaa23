import type { Portal } from "../portal.ts";
import type { ListElement, UniversalList } from "../state/lists.ts";
import { nextId } from "../state/state.ts";
import type { DocumentId, Workflow, WorkflowTask, WorkflowTemplate } from "../state/workflow.ts";
import { isoDate } from "../wire/iso-date.ts";
import { LIST_ENTITY, PROCESS_ENTITY } from "./document.ts";
import { tellApprover } from "./tell-approver.ts";

/** Bits of a template's AUTO_EXECUTE. */
const ON_ADD = 1;
const ON_UPDATE = 2;
/** The portal's ids end in eight digits after a dot. */
const ID_TAIL = 8;

/**
 * Starts a workflow: whoever its template names is asked, and it runs until they have decided. One that asks nobody has
 * ended when this returns.
 *
 * @returns The id of the workflow.
 */
export function startWorkflow(
  portal: Portal,
  template: WorkflowTemplate,
  document: { id: DocumentId; name: string },
  { parameters, userId }: { parameters: Record<string, unknown>; userId: number },
): string {
  const now = isoDate(portal.now());
  const number = String(nextId(portal.state, "workflow")).padStart(ID_TAIL, "0");
  const id = `${Math.floor(portal.now().getTime() / 1000).toString(16)}.${number}`;
  if (template.approverId === null) return id;
  const workflow: Workflow = {
    id,
    templateId: template.id,
    document: document.id,
    parameters,
    startedBy: userId,
    startedAt: now,
    changedAt: now,
  };
  portal.state.workflows.set(id, workflow);
  ask(portal, workflow, template, document.name);
  return id;
}

function ask(portal: Portal, workflow: Workflow, template: WorkflowTemplate, documentName: string): void {
  const id = nextId(portal.state, "workflowTask");
  const task: WorkflowTask = {
    id,
    workflowId: workflow.id,
    document: workflow.document,
    documentName,
    templateName: template.name,
    userId: template.approverId ?? workflow.startedBy,
    name: template.question,
    description: "",
    startedAt: workflow.startedAt,
    startedBy: workflow.startedBy,
    changedAt: workflow.startedAt,
    deadline: null,
    status: 0,
    comment: "",
  };
  portal.state.workflowTasks.set(id, task);
  tellApprover(portal, task);
}

/** Starts what a list wants to run by itself when an element is added or changed. */
export function runAutomatic(
  portal: Portal,
  list: UniversalList,
  element: ListElement,
  event: "add" | "update",
  userId: number,
): void {
  const entity = list.type === "bitrix_processes" ? PROCESS_ENTITY : LIST_ENTITY;
  const bit = event === "add" ? ON_ADD : ON_UPDATE;
  for (const template of portal.state.workflowTemplates.values()) {
    if (template.documentType !== `iblock_${list.id}` || (template.autoExecute & bit) === 0) continue;
    const document = { id: ["lists", entity, String(element.id)] as DocumentId, name: element.name };
    startWorkflow(portal, template, document, { parameters: {}, userId });
  }
}

/** Ends a workflow; what was still to be decided is gone. */
export function endWorkflow(portal: Portal, workflowId: string): void {
  portal.state.workflows.delete(workflowId);
  for (const task of portal.state.workflowTasks.values()) {
    if (task.workflowId === workflowId && task.status === 0) portal.state.workflowTasks.delete(task.id);
  }
}
