import { countWorkflows, listWorkflows } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { nudge, retryStep, stop, terminate } from "./act-on-workflow.ts";
import { lookAtWorkflow } from "./look-at-workflow.ts";
import { CountWorkflows, ListWorkflows, RetryStep, StopWorkflow, WorkflowById } from "./schemas.ts";
import { openedWorkflowView, workflowView } from "./view.ts";

const PAGE_WORKFLOWS = 50;

export const workflowRouter = router({
  list: procedureFor("viewer")
    .input(ListWorkflows)
    .query(async ({ ctx, input: { cursor, ...filter } }) => {
      const { rows, next } = await listWorkflows(ctx.db, filter, { after: cursor ?? null, limit: PAGE_WORKFLOWS });
      return { rows: rows.map((row) => workflowView(row, ctx.session.role)), nextCursor: next };
    }),

  counts: procedureFor("viewer")
    .input(CountWorkflows)
    .query(({ ctx, input }) => countWorkflows(ctx.db, input.portalId)),

  get: procedureFor("viewer")
    .input(WorkflowById)
    .query(async ({ ctx, input }) => openedWorkflowView(await lookAtWorkflow(ctx, input.id), ctx.session.role)),

  nudge: procedureFor("operator")
    .input(WorkflowById)
    .mutation(({ ctx, input }) => nudge(ctx, actorOf(ctx), input)),

  stop: procedureFor("lead")
    .input(StopWorkflow)
    .mutation(({ ctx, input }) => stop(ctx, actorOf(ctx), input)),

  retryStep: procedureFor("lead")
    .input(RetryStep)
    .mutation(({ ctx, input }) => retryStep(ctx, actorOf(ctx), input)),

  terminate: procedureFor("admin")
    .input(StopWorkflow)
    .mutation(({ ctx, input }) => terminate(ctx, actorOf(ctx), input)),
});
