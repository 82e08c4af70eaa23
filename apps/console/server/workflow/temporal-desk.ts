import { AppError, messageOf as wordsOf } from "@botdeck/core";
import { Client, Connection, type ConnectionLike, isGrpcServiceError, WorkflowNotFoundError } from "@temporalio/client";

import { codeFailureIn, type HistoryLine, isoOf, messageOf, tellHistory } from "./tell-history.ts";

/** Something that a workflow has under way, such as an activity that fails and is tried again. */
export type PendingStep = {
  id: string;
  activity: string;
  attempt: number;
  /** When it is tried next; null while it runs. ISO text. */
  nextAt: string | null;
  failure: string | null;
};

export type WorkflowLook = {
  status: string;
  /** Why the workflow's own code does not go on, which holds it until a release that fixes it; null while it does. */
  codeFailure: string | null;
  history: HistoryLine[];
  /** False when there is more than is shown; the newest is. */
  isWhole: boolean;
  pending: PendingStep[];
};

/** What the console asks of Temporal itself. Everything else about workflows is in our tables, also while Temporal is away. */
export type TemporalDesk = {
  /** Null when Temporal does not know it (any more). @throws AppError `unreachable`. */
  look(workflowId: string): Promise<WorkflowLook | null>;
  /** Tries a failing step at once and from its first attempt. @throws AppError `not_found`, `unreachable`. */
  retry(workflowId: string, activityId: string): Promise<void>;
  /** Ends it without another word of its own. @throws AppError `not_found`, `unreachable`. */
  terminate(workflowId: string, reason: string): Promise<void>;
  /** Its page in Temporal's own interface; null when nobody said where that is. */
  pageOf(workflowId: string): string | null;
};

/** People wait for it, in milliseconds. */
const DEADLINE_MS = 2_500;
const MOST_EVENTS = 1_000;

/** @see https://github.com/temporalio/api `PendingActivityState` in enums/v1/workflow.proto: it runs just now. */
const STARTED = 2;

/** Of gRPC; what is asked of the service itself, past the client, fails by it. */
const NOT_FOUND = 5;

type Options = {
  /** Such as `temporalAt` gives. */
  connection: ConnectionLike;
  namespace: string;
  /** Of Temporal's own interface; null where there is none. */
  uiUrl: string | null;
};

/**
 * A way to Temporal that is opened at the first question, and again after a loss: the console starts and runs without it. Each
 * question is asked once, for whoever waits for it asks again; the caller closes it.
 */
export function temporalAt(address: string): Connection {
  return Connection.lazy({ address, connectTimeout: DEADLINE_MS, interceptors: [] });
}

/** Asks Temporal, and gives up soon: somebody waits for the answer. */
export function createTemporalDesk({ connection, namespace, uiUrl }: Options): TemporalDesk {
  const client = new Client({ connection, namespace });

  async function ask<Value>(question: () => Promise<Value>): Promise<Value> {
    try {
      return await connection.withDeadline(Date.now() + DEADLINE_MS, question);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && error.code === NOT_FOUND)) {
        throw new AppError("not_found", "Temporal does not know this workflow, or no longer.", { cause: error });
      }
      const why = isGrpcServiceError(error) ? error.details : wordsOf(error);
      throw new AppError("unreachable", `Temporal does not answer: ${why}`, { cause: error });
    }
  }

  return {
    look: (workflowId) =>
      ask(async () => {
        const handle = client.workflow.getHandle(workflowId);
        const found = await handle.describe().catch((error: unknown) => {
          if (error instanceof WorkflowNotFoundError) return null;
          throw error;
        });
        if (found === null) return null;
        const { events } = await handle.fetchHistory();
        const all = events ?? [];
        const history = tellHistory(all);
        return {
          status: found.status.name,
          codeFailure: codeFailureIn(all),
          history: history.slice(-MOST_EVENTS),
          isWhole: history.length <= MOST_EVENTS,
          // Of one that was cut off the server goes on to name them.
          pending: (found.status.name === "RUNNING" ? (found.raw.pendingActivities ?? []) : []).map((step) => ({
            id: step.activityId ?? "",
            activity: step.activityType?.name ?? "",
            attempt: step.attempt ?? 1,
            nextAt: step.state === STARTED ? null : isoOf(step.nextAttemptScheduleTime ?? step.scheduledTime),
            failure: messageOf(step.lastFailure),
          })),
        };
      }),

    retry: (workflowId, activityId) =>
      ask(async () => {
        await client.workflowService.resetActivity({
          namespace,
          execution: { workflowId },
          id: activityId,
          identity: "botdeck-console",
        });
      }),

    terminate: (workflowId, reason) =>
      ask(async () => void (await client.workflow.getHandle(workflowId).terminate(reason))),

    pageOf: (workflowId) =>
      uiUrl === null ? null : `${uiUrl}/namespaces/${namespace}/workflows/${encodeURIComponent(workflowId)}`,
  };
}
