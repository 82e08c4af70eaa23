import type { DocumentId, Workflow, WorkflowTemplate } from "../../state/workflow.ts";
import { findDocument } from "../../workflow/document.ts";
import { endWorkflow, startWorkflow } from "../../workflow/start.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { integer, list, record, text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { refuseOthers, wrongWorkflow } from "./errors.ts";
import { answerRows } from "./rows.ts";

const SCOPES = ["bizproc"];

/** Bitrix24 docs: bizproc-workflow-start, -instances, -terminate, -kill, bizproc-workflow-template-list. */
export const workflowMethods: RestMethod[] = [
  { name: "bizproc.workflow.start", scopes: SCOPES, missing: "own", run: start },
  { name: "bizproc.workflow.instances", scopes: SCOPES, missing: "own", run: listInstances },
  { name: "bizproc.workflow.terminate", scopes: SCOPES, missing: "own", run: end },
  { name: "bizproc.workflow.kill", scopes: SCOPES, missing: "own", run: end },
  { name: "bizproc.workflow.template.list", scopes: SCOPES, missing: "own", run: listTemplates },
];

function start(call: Call): Answer {
  const { portal, caller } = call;
  const params = upperKeys(call.params);
  refuseOthers(call);
  if (text(params, "TEMPLATE_ID") === "") throw wrongWorkflow("Empty TEMPLATE_ID");
  const template = portal.state.workflowTemplates.get(integer(params, "TEMPLATE_ID") ?? 0);
  if (template === undefined) throw wrongWorkflow("Template not found");
  const [module, entity, key, ...rest] = list(params, "DOCUMENT_ID").map(String);
  if (module === undefined || entity === undefined || key === undefined || rest.length > 0) {
    throw badRequest("", "Wrong DOCUMENT_ID!");
  }
  const id: DocumentId = [module, entity, key];
  const document = findDocument(portal.state, id);
  if (document === null) throw badRequest("", "Incorrect document type!");
  if (document.type !== template.documentType) throw badRequest("", "Template type and DOCUMENT_ID mismatch!");
  const parameters = record(params, "PARAMETERS");
  const started = startWorkflow(portal, template, { id, name: document.name }, { parameters, userId: caller.user.id });
  return { result: started };
}

/** A workflow that has ended already is ended once more without a word. */
function end(call: Call): Answer {
  refuseOthers(call);
  const id = text(upperKeys(call.params), "ID");
  if (id === "") throw wrongWorkflow("Empty workflow instance ID");
  endWorkflow(call.portal, id);
  return TRUE;
}

function listInstances(call: Call): Answer {
  refuseOthers(call);
  const rows = [...call.portal.state.workflows.values()].map(instanceRow);
  return answerRows(rows, call.params, [
    "ID",
    "MODIFIED",
    "OWNED_UNTIL",
    "MODULE_ID",
    "ENTITY",
    "DOCUMENT_ID",
    "STARTED",
    "STARTED_BY",
    "TEMPLATE_ID",
  ]);
}

function instanceRow({ id, templateId, document, startedBy, startedAt, changedAt }: Workflow): Record<string, unknown> {
  const [module, entity, key] = document;
  return {
    ID: id,
    MODIFIED: changedAt,
    OWNED_UNTIL: null,
    MODULE_ID: module,
    ENTITY: entity,
    DOCUMENT_ID: key,
    STARTED: startedAt,
    STARTED_BY: String(startedBy),
    TEMPLATE_ID: String(templateId),
  };
}

function listTemplates(call: Call): Answer {
  refuseOthers(call);
  const rows = [...call.portal.state.workflowTemplates.values()].map(templateRow);
  return answerRows(rows, call.params, ["ID"]);
}

function templateRow(template: WorkflowTemplate): Record<string, unknown> {
  return {
    ID: String(template.id),
    MODULE_ID: template.module,
    ENTITY: template.entity,
    DOCUMENT_TYPE: [template.module, template.entity, template.documentType],
    AUTO_EXECUTE: String(template.autoExecute),
    NAME: template.name,
    DESCRIPTION: template.description,
    TEMPLATE: [],
    PARAMETERS: [],
    VARIABLES: [],
    CONSTANTS: [],
    MODIFIED: template.changedAt,
    IS_MODIFIED: "N",
    USER_ID: String(template.changedBy),
    SYSTEM_CODE: "",
  };
}
