import { z } from "zod/mini";

export const WORKFLOW_KINDS = [
  "productReturn",
  "vacation",
  "ticket",
  "handOver",
  "stockWatch",
  "salesReport",
  "escalation",
] as const;

/** Which workflows are looked for; those at work of all kinds and portals when all is left out. */
export const WorkflowSearch = z.object({
  state: z.catch(z.optional(z.enum(["ended"])), undefined),
  kind: z.catch(z.optional(z.enum(WORKFLOW_KINDS)), undefined),
  portal: z.catch(z.optional(z.uuid()), undefined),
});
export type WorkflowSearch = z.infer<typeof WorkflowSearch>;
