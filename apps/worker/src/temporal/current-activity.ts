import { Context } from "@temporalio/activity";

/** The run of an activity, as far as one that takes long has to know it. */
export type CurrentActivity = {
  /** Within its workflow. */
  id: string;
  /** From 1. */
  attempt: number;
  /** Aborted when nobody wants its result any more, or the worker stops. */
  signal: AbortSignal;
  /** Says that it is still at work. */
  heartbeat(details: unknown): void;
};

/** @throws Error outside of an activity. */
export function currentActivity(): CurrentActivity {
  const { info, cancellationSignal: signal, heartbeat } = Context.current();
  return { id: info.activityId, attempt: info.attempt, signal, heartbeat };
}
