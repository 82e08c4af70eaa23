import {
  type Answered,
  ANSWERED_SIGNAL,
  checkFlowInput,
  DECIDED_SIGNAL,
  ESCALATION_NEWS_SIGNAL,
  FLOWS_TASK_QUEUE,
  GRANTED_SIGNAL,
  HAND_OVER_NEWS_SIGNAL,
  NUDGED_SIGNAL,
  REPORT_CANCELLED_SIGNAL,
  RESUMED_SIGNAL,
  STOPPED_SIGNAL,
  TICKET_NEWS_SIGNAL,
  VACATION_NEWS_SIGNAL,
} from "@botdeck/contracts";
import { AppError, type Effect, messageOf } from "@botdeck/core";
import { type DatabaseHandle, neverBegan, type OutboxEffect } from "@botdeck/db";
import {
  type Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from "@temporalio/client";

import type { Carriers } from "./carrier.ts";
import { releaseFromFlow } from "./release-from-flow.ts";

/** While Temporal is away its effects are tried this often, in milliseconds: soon enough for whoever waits for a flow. */
const AWAY_RETRY_MS = 2_000;
/** A server that is there and does not answer is given up on after this, in milliseconds. */
const CALL_TIMEOUT_MS = 5_000;

/** A flow that has ended need not be stopped, and no news is of use to it; one that never began may begin yet. */
const MAY_COME_LATE: ReadonlySet<string> = new Set([
  STOPPED_SIGNAL,
  RESUMED_SIGNAL,
  DECIDED_SIGNAL,
  NUDGED_SIGNAL,
  HAND_OVER_NEWS_SIGNAL,
  TICKET_NEWS_SIGNAL,
  VACATION_NEWS_SIGNAL,
  ESCALATION_NEWS_SIGNAL,
  GRANTED_SIGNAL,
  REPORT_CANCELLED_SIGNAL,
]);

/**
 * Carriers of workflow starts and signals. Both may be repeated: the id keeps a start single, the flow drops repeated signals.
 * What a client said to a flow that is not there goes back to the bot; what else a flow was to hear whose start is a dead letter
 * becomes one too, so that it can be replayed behind it.
 */
export function createWorkflowCarriers(client: Client, db: DatabaseHandle["db"]): Carriers {
  /** @returns False when the conversation is gone as well. */
  const goesBack = ({ workflowId, payload }: Effect & { kind: "workflow.signal" }, row: OutboxEffect) =>
    // safe: the dialog engine's own signal
    releaseFromFlow(db, row, { workflowId, said: (payload as Answered).said });
  const inTime = <Answer>(call: () => Promise<Answer>) => client.withDeadline(Date.now() + CALL_TIMEOUT_MS, call);
  return {
    "workflow.start": {
      async carry(effect, row) {
        checkFlowInput(effect.workflow, effect.input);
        try {
          const handle = await inTime(() =>
            client.workflow.start(effect.workflow, {
              workflowId: effect.workflowId,
              taskQueue: FLOWS_TASK_QUEUE,
              args: [effect.input],
              workflowIdConflictPolicy: "USE_EXISTING",
              workflowIdReusePolicy: "REJECT_DUPLICATE",
              priority: { fairnessKey: row.portalId },
            }),
          );
          return handle.firstExecutionRunId;
        } catch (error) {
          if (error instanceof WorkflowExecutionAlreadyStartedError) return null;
          throw translate(error, row);
        }
      },
      look: async () => ({ kind: "repeatable" }),
    },
    "workflow.signal": {
      async carry(effect, row) {
        try {
          await inTime(() => client.workflow.getHandle(effect.workflowId).signal(effect.signal, effect.payload));
          return null;
        } catch (error) {
          if (error instanceof WorkflowNotFoundError) {
            if (effect.signal === ANSWERED_SIGNAL && (await goesBack(effect, row))) return null;
            if (await neverBegan(db, row)) throw notBegun(error, row);
            if (MAY_COME_LATE.has(effect.signal)) return null;
          }
          throw translate(error, row);
        }
      },
      look: async () => ({ kind: "repeatable" }),
    },
  };
}

const contextOf = ({ id: effectId, kind }: OutboxEffect) => ({ effectId, kind });

function notBegun(cause: unknown, row: OutboxEffect): AppError {
  const message = "The workflow never began: its start is a dead letter, or was set aside. Replay the start, then this";
  return new AppError("not_found", message, { context: contextOf(row), cause });
}

function translate(error: unknown, row: OutboxEffect): AppError {
  const context = contextOf(row);
  if (error instanceof WorkflowNotFoundError) {
    return new AppError("not_found", "The workflow has ended or never began", { context, cause: error });
  }
  const isAway = isGrpcServiceError(error) || (error instanceof Error && isGrpcServiceError(error.cause));
  if (isAway) {
    return new AppError("unreachable", "Temporal does not answer", {
      context,
      cause: error,
      retryAfterMs: AWAY_RETRY_MS,
    });
  }
  return new AppError("invariant", messageOf(error), { context, cause: error });
}
