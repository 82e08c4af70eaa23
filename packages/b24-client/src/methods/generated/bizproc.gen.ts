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
    result: unknown;
  };
  /** Bitrix24 docs: bizproc/bizproc-workflow-instances */
  "bizproc.workflow.instances": {
    params: {
      SELECT?: readonly unknown[] | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      ORDER?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: unknown;
  };
  /** Bitrix24 docs: bizproc/bizproc-workflow-kill */
  "bizproc.workflow.kill": {
    params: {
      ID: number | string;
    };
    result: unknown;
  };
  /** Bitrix24 docs: bizproc/bizproc-workflow-start */
  "bizproc.workflow.start": {
    params: {
      TEMPLATE_ID: number | string;
      DOCUMENT_ID: readonly unknown[];
      PARAMETERS?: Readonly<Record<string, unknown>> | undefined;
    };
    result: unknown;
  };
  /** Bitrix24 docs: bizproc/template/bizproc-workflow-template-list */
  "bizproc.workflow.template.list": {
    params: {
      SELECT?: readonly unknown[] | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      ORDER?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: unknown;
  };
  /** Bitrix24 docs: bizproc/bizproc-workflow-terminate */
  "bizproc.workflow.terminate": {
    params: {
      ID: string;
      STATUS?: string | undefined;
    };
    result: unknown;
  };
}
