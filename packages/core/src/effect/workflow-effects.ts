import { z } from "zod";

/** What workflows are told; no call of a portal. */
export const WORKFLOW_EFFECTS = [
  z.object({
    kind: z.literal("workflow.start"),
    workflow: z.string().min(1),
    /** Deterministic, so that a second start finds the first. */
    workflowId: z.string().min(1),
    input: z.unknown(),
  }),
  z.object({
    kind: z.literal("workflow.signal"),
    workflowId: z.string().min(1),
    signal: z.string().min(1),
    payload: z.unknown(),
  }),
] as const;
