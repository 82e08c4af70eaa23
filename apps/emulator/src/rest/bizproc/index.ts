import type { RestMethod } from "../method.ts";
import { workflowTaskMethods } from "./workflow-tasks.ts";
import { workflowMethods } from "./workflows.ts";

/** Bitrix24 docs: api-reference/bizproc. */
export const bizprocMethods: RestMethod[] = [...workflowMethods, ...workflowTaskMethods];
