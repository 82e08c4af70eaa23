/** Module, kind and key of the record a workflow runs on: `["crm", "CCrmDocumentLead", "LEAD_7"]`. */
export type DocumentId = [module: string, entity: string, key: string];

export type WorkflowTemplate = {
  id: number;
  module: string;
  entity: string;
  /** `LEAD`, `DEAL`, `iblock_12` … */
  documentType: string;
  name: string;
  description: string;
  /** 0 by hand only, 1 when a record is added, 2 when it is changed, 3 both. */
  autoExecute: number;
  changedAt: string;
  changedBy: number;
  /** Who is asked for a decision when the workflow starts; null when nobody is and it ends at once. */
  approverId: number | null;
  question: string;
};

/** A workflow that runs; one that has ended is gone. `id` is the portal's text, such as `65e5a1.12345678`. */
export type Workflow = {
  id: string;
  templateId: number;
  document: DocumentId;
  parameters: Record<string, unknown>;
  startedBy: number;
  startedAt: string;
  changedAt: string;
};

/** A decision that a workflow waits for, or that was made. */
export type WorkflowTask = {
  id: number;
  workflowId: string;
  document: DocumentId;
  documentName: string;
  templateName: string;
  userId: number;
  name: string;
  description: string;
  startedAt: string;
  startedBy: number;
  changedAt: string;
  deadline: string | null;
  /** 0 waits, 1 approved, 2 rejected, 3 done, 4 timed out. */
  status: number;
  comment: string;
};
