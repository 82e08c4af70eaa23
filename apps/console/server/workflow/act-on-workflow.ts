import { AppError } from "@botdeck/core";
import { type Actor, announce, noteActs, type Transaction, wakeDeliverer } from "@botdeck/db";
import { endTerminated, nudgeWorkflow, openWorkflow, stopWorkflow } from "@botdeck/desk";

import type { Context } from "../trpc.ts";
import type { TemporalDesk } from "./temporal-desk.ts";

type Deps = Pick<Context, "db" | "temporal">;

/** Has it end in the way of its kind; see `stopWorkflow` of the desk package. */
export function stop(deps: Deps, actor: Actor, { id: workflowId, reason }: { id: string; reason: string }) {
  return act(deps, (tx) => stopWorkflow(tx, actor, { workflowId, reason }));
}

/** Reminds whoever it waits for. */
export function nudge(deps: Deps, actor: Actor, { id: workflowId }: { id: string }) {
  return act(deps, (tx) => nudgeWorkflow(tx, actor, { workflowId }));
}

/** Cuts it off in Temporal, then here. Again after a failure in between, it finds the workflow gone and goes on. */
export async function terminate(
  deps: Deps,
  actor: Actor,
  { id: workflowId, reason }: { id: string; reason: string },
): Promise<void> {
  const temporal = connected(deps);
  // Nothing is cut off that could not be written down after it.
  await deps.db.transaction((tx) => openWorkflow(tx, workflowId));
  await temporal.terminate(workflowId, `${reason} (${actor.name}, console)`).catch(ignoreGone);
  await act(deps, (tx) => endTerminated(tx, actor, { workflowId, reason }));
}

/** Tries a step at once that fails and waits for its next try. */
export async function retryStep(
  deps: Deps,
  actor: Actor,
  { id: workflowId, stepId }: { id: string; stepId: string },
): Promise<void> {
  const temporal = connected(deps);
  await temporal.retry(workflowId, stepId);
  await noteActs(deps.db, actor, [{ action: "workflow.retry", subjectId: workflowId, detail: { stepId } }]);
  await announce(deps.db, "botdeck_desk", ["workflows"]);
}

async function act({ db }: Deps, work: (tx: Transaction) => Promise<{ conversationId: string }>): Promise<void> {
  const { conversationId } = await db.transaction(work);
  await Promise.all([
    announce(db, "botdeck_live", [conversationId]),
    announce(db, "botdeck_desk", ["workflows"]),
    wakeDeliverer(db),
  ]);
}

function connected({ temporal }: Deps): TemporalDesk {
  if (temporal !== null) return temporal;
  throw new AppError("unsupported", "This console is not connected to Temporal: set TEMPORAL_ADDRESS for it.");
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof AppError && error.code === "not_found")) throw error;
}
