import { z } from "zod";

import { ExactInstant } from "../exact-instant.ts";

const WorkflowId = z.string().min(1).max(300);

/** Why somebody steps in, for the audit log and for those who are told. */
const Reason = z.string().trim().min(1).max(500);

export const ListWorkflows = z.object({
  isEnded: z.boolean().default(false),
  kind: z.string().min(1).max(100).nullable().default(null),
  portalId: z.uuid().nullable().default(null),
  cursor: z.object({ at: ExactInstant, id: WorkflowId }).nullish(),
});

export const CountWorkflows = z.object({ portalId: z.uuid().nullable() });

export const WorkflowById = z.object({ id: WorkflowId });

export const StopWorkflow = WorkflowById.extend({ reason: Reason });

export const RetryStep = WorkflowById.extend({ stepId: z.string().min(1).max(200) });
