import {
  NUDGED_SIGNAL,
  type Nudged,
  PRODUCT_RETURN,
  TICKET,
  TICKET_NEWS_SIGNAL,
  type TicketNews,
  VACATION,
  VACATION_NEWS_SIGNAL,
  type VacationNews,
} from "@botdeck/contracts";
import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { absenceOfWorkflow, type Actor, noteActs, putEffects, type Transaction, type WorkflowRow } from "@botdeck/db";

import { personOf } from "./answer-alert-group.ts";
import { openWorkflow } from "./open-workflow.ts";

const TICKET_STEPS: readonly (string | null)[] = ["open", "in_progress", "waiting"];

/** True while somebody is waited for who can be reminded. */
export function canBeNudged({ kind, step, state }: Pick<WorkflowRow, "kind" | "step" | "state">): boolean {
  if (state === "ended") return false;
  if (kind === VACATION) return step === "asking";
  if (kind === PRODUCT_RETURN) return step === "decision";
  return kind === TICKET && TICKET_STEPS.includes(step);
}

/**
 * Reminds whoever a workflow waits for: the approver, the assignee, the manager.
 *
 * @returns The conversation that asked for it.
 * @throws AppError as `openWorkflow`; `conflict` when nobody is waited for.
 */
export async function nudgeWorkflow(
  tx: Transaction,
  actor: Actor,
  { workflowId }: { workflowId: string },
): Promise<{ conversationId: string }> {
  const { workflow, conversation } = await openWorkflow(tx, workflowId);
  if (!canBeNudged(workflow)) throw nobodyWaitedFor();
  const { portalId, kind, step } = workflow;
  const id = `desk:${newId()}`;
  const { personId: by } = await personOf(tx, actor, portalId);
  const signal = await signalOf(tx, workflow, { id, by });
  const { id: conversationId, botId } = conversation;
  const effect = { kind: "workflow.signal" as const, workflowId, ...signal };
  await putEffects(tx, [{ key: id, portalId, botId, conversationId, lane: workflowId, effect }]);
  const detail = { portalId, kind, before: step };
  await noteActs(tx, actor, [{ action: "workflow.nudge", subjectId: workflowId, detail }]);
  return { conversationId };
}

async function signalOf(
  tx: Transaction,
  { id: workflowId, kind }: WorkflowRow,
  nudged: { id: string; by: string },
): Promise<{ signal: string; payload: unknown }> {
  if (kind === TICKET) {
    return { signal: TICKET_NEWS_SIGNAL, payload: { ...nudged, kind: "nudged" } satisfies TicketNews };
  }
  if (kind === PRODUCT_RETURN) return { signal: NUDGED_SIGNAL, payload: nudged satisfies Nudged };
  const absence = await absenceOfWorkflow(tx, workflowId);
  if (absence === null) throw nobodyWaitedFor();
  const payload: VacationNews = { ...nudged, kind: "nudged", version: absence.version };
  return { signal: VACATION_NEWS_SIGNAL, payload };
}

const nobodyWaitedFor = () => new AppError("conflict", "It waits for nobody who could be reminded.");
