import { type Actor, noteActs, noteWorkflow, type Transaction } from "@botdeck/db";

import { openWorkflow } from "./open-workflow.ts";
import { releaseWorkflow } from "./release-workflow.ts";

/** How a workflow is said to have ended that an admin cut off. */
export const TERMINATED = "terminated";

/**
 * Writes down that a workflow was cut off in Temporal: it says no word any more, so the conversation is given back here.
 *
 * @returns The conversation that asked for it.
 * @throws AppError as `openWorkflow`.
 */
export async function endTerminated(
  tx: Transaction,
  actor: Actor,
  { workflowId, reason }: { workflowId: string; reason: string },
): Promise<{ conversationId: string }> {
  const { workflow, conversation } = await openWorkflow(tx, workflowId);
  await noteWorkflow(tx, workflowId, { outcome: TERMINATED });
  await releaseWorkflow(tx, conversation, workflowId);
  const { portalId, kind, step } = workflow;
  const detail = { portalId, kind, before: step, after: TERMINATED, reason };
  await noteActs(tx, actor, [{ action: "workflow.terminate", subjectId: workflowId, detail }]);
  return { conversationId: conversation.id };
}
