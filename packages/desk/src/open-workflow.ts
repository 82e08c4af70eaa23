import { AppError } from "@botdeck/core";
import { type Conversation, findWorkflow, lockConversationById, type Transaction, type WorkflowRow } from "@botdeck/db";

/** A workflow that is at work, with the conversation that asked for it. */
export type OpenWorkflow = { workflow: WorkflowRow; conversation: Conversation };

/**
 * Finds a workflow that somebody at the console acts on, and locks its conversation.
 *
 * @throws AppError `not_found` when nobody knows it; `conflict` when it has ended; `invalid` for an escalation, which is
 *   acted on at its alert.
 */
export async function openWorkflow(tx: Transaction, workflowId: string): Promise<OpenWorkflow> {
  const seen = await findWorkflow(tx, workflowId);
  if (seen === null) throw gone();
  if (seen.conversationId === null) {
    throw new AppError("invalid", "An escalation goes with its alert: acknowledge, silence or escalate the alert.");
  }
  const conversation = await lockConversationById(tx, seen.conversationId);
  // Whoever waited for the lock may have come too late.
  const workflow = await findWorkflow(tx, workflowId);
  if (workflow === null) throw gone();
  if (workflow.state === "ended") throw new AppError("conflict", "This workflow has ended already.");
  return { workflow, conversation };
}

const gone = () => new AppError("not_found", "Nobody knows this workflow, or no longer.");
