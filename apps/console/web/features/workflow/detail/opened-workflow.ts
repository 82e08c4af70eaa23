import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../server/root.ts";

export type OpenedWorkflow = inferRouterOutputs<AppRouter>["workflow"]["get"];
export type WorkflowTold = OpenedWorkflow["told"];
/** What Temporal says of it, when it says something. */
export type WorkflowLook = WorkflowTold & { is: "shown" };
export type HistoryLine = WorkflowLook["history"][number];
export type PendingStep = WorkflowLook["pending"][number];
