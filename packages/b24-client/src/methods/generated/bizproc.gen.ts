// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

export interface BizprocMethods {
  /** Bitrix24 docs: bizproc/bizproc-task/bizproc-task-complete */
  "bizproc.task.complete": {
    params: {
      TASK_ID: number | string;
      STATUS: number | string;
      COMMENT?: string | undefined;
      FIELDS?: Readonly<Record<string, unknown>> | undefined;
    };
    result: boolean;
  };
  /** Bitrix24 docs: bizproc/bizproc-task/bizproc-task-delegate */
  "bizproc.task.delegate": {
    params: {
      TASK_IDS: readonly unknown[];
      FROM_USER_ID: number | string;
      TO_USER_ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: bizproc/bizproc-task/bizproc-task-list */
  "bizproc.task.list": {
    params: {
      SELECT?: readonly unknown[] | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      ORDER?: Readonly<Record<string, unknown>> | undefined;
      START?: number | string | undefined;
    };
    result: {
      ENTITY?: string | null;
      DOCUMENT_ID?: string | null;
      ID?: string | null;
      WORKFLOW_ID?: string | null;
      DOCUMENT_NAME?: string | null;
      DESCRIPTION?: string | null;
      NAME?: string | null;
      MODIFIED?: string | null;
      WORKFLOW_STARTED?: string | null;
      WORKFLOW_STARTED_BY?: string | null;
      OVERDUE_DATE?: unknown;
      WORKFLOW_TEMPLATE_ID?: string | null;
      WORKFLOW_TEMPLATE_NAME?: string | null;
      WORKFLOW_STATE?: string | null;
      STATUS?: number | null;
      USER_ID?: string | null;
      USER_STATUS?: string | null;
      MODULE_ID?: string | null;
      ACTIVITY?: string | null;
      ACTIVITY_NAME?: string | null;
      PARAMETERS?: {
        CommentLabel?: string | null;
        CommentRequired?: string | null;
        ShowComment?: boolean | null;
        StatusYesLabel?: string | null;
        StatusNoLabel?: string | null;
      } | null;
      DOCUMENT_URL?: string | null;
    }[];
  };
  /** Bitrix24 docs: bizproc/bizproc-workflow-instances */
  "bizproc.workflow.instances": {
    params: {
      SELECT?: readonly unknown[] | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      ORDER?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      DOCUMENT_ID?: string | null;
      ENTITY?: string | null;
      ID?: string | null;
      STARTED?: string | null;
      MODULE_ID?: string | null;
      OWNED_UNTIL?: unknown;
      TEMPLATE_ID?: string | null;
      STARTED_BY?: string | null;
    }[];
  };
  /** Bitrix24 docs: bizproc/bizproc-workflow-kill */
  "bizproc.workflow.kill": {
    params: {
      ID: string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: bizproc/bizproc-workflow-start */
  "bizproc.workflow.start": {
    params: {
      TEMPLATE_ID: number | string;
      DOCUMENT_ID: readonly unknown[];
      PARAMETERS?: Readonly<Record<string, unknown>> | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: bizproc/template/bizproc-workflow-template-list */
  "bizproc.workflow.template.list": {
    params: {
      SELECT?: readonly unknown[] | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      ORDER?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      ID?: string | null;
      NAME?: string | null;
      USER_ID?: string | null;
      SYSTEM_CODE?: string | null;
    }[];
  };
  /** Bitrix24 docs: bizproc/bizproc-workflow-terminate */
  "bizproc.workflow.terminate": {
    params: {
      ID: string;
      STATUS?: string | undefined;
    };
    result: boolean;
  };
}
