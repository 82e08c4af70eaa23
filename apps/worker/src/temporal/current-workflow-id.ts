import { AppError } from "@botdeck/core";
import { Context } from "@temporalio/activity";

/**
 * The workflow whose activity runs here.
 *
 * @throws AppError `invariant` in an activity that no workflow started.
 */
export function currentWorkflowId(): string {
  const workflowId = Context.current().info.workflowExecution?.workflowId;
  if (workflowId === undefined) throw new AppError("invariant", "This activity belongs to no workflow");
  return workflowId;
}
