import type { WorkflowHandle } from "@temporalio/client";

/** One thing that happened in a workflow, in words that a page can translate. Instants are ISO texts. */
export type HistoryLine =
  | { kind: "began"; at: string }
  | { kind: "did"; at: string; endedAt: string | null; activity: string; attempts: number; failure: string | null }
  | { kind: "waited"; at: string; dueAt: string; state: "waits" | "over" | "cut_short" }
  | { kind: "heard"; at: string; signal: string }
  | {
      kind: "ended";
      at: string;
      how: "completed" | "failed" | "cancelled" | "terminated" | "went_on";
      reason: string | null;
    };

type Event = NonNullable<Awaited<ReturnType<WorkflowHandle["fetchHistory"]>>["events"]>[number];

/** What a workflow's own history says, the oldest first. Steps of the workflow's code itself (workflow tasks) say nothing to people. */
export function tellHistory(events: readonly Event[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  const activities = new Map<string, HistoryLine & { kind: "did" }>();
  const timers = new Map<string, HistoryLine & { kind: "waited" }>();
  const activityOf = (id: unknown) => activities.get(String(id));

  for (const event of events) {
    const at = isoOf(event.eventTime) ?? "";
    const scheduled = event.activityTaskScheduledEventAttributes;
    const started = event.activityTaskStartedEventAttributes;
    const completed = event.activityTaskCompletedEventAttributes;
    const failed = event.activityTaskFailedEventAttributes ?? event.activityTaskTimedOutEventAttributes;
    const timer = event.timerStartedEventAttributes;
    const ended = endOf(event);
    if (event.workflowExecutionStartedEventAttributes != null) lines.push({ kind: "began", at });
    else if (scheduled != null) {
      const activity = scheduled.activityType?.name ?? "";
      const line: HistoryLine & { kind: "did" } = {
        kind: "did",
        at,
        endedAt: null,
        activity,
        attempts: 0,
        failure: null,
      };
      activities.set(String(event.eventId), line);
      lines.push(line);
    } else if (started != null) {
      const line = activityOf(started.scheduledEventId);
      if (line !== undefined) line.attempts = started.attempt ?? 1;
    } else if (completed != null) {
      const line = activityOf(completed.scheduledEventId);
      if (line !== undefined) line.endedAt = at;
    } else if (failed != null) {
      const line = activityOf(failed.scheduledEventId);
      if (line !== undefined) Object.assign(line, { endedAt: at, failure: messageOf(failed.failure) });
    } else if (timer != null) {
      const dueAt = new Date(Date.parse(at) + durationMs(timer.startToFireTimeout)).toISOString();
      const line: HistoryLine & { kind: "waited" } = { kind: "waited", at, dueAt, state: "waits" };
      timers.set(timer.timerId ?? "", line);
      lines.push(line);
    } else if (event.timerFiredEventAttributes != null) {
      const line = timers.get(event.timerFiredEventAttributes.timerId ?? "");
      if (line !== undefined) line.state = "over";
    } else if (event.timerCanceledEventAttributes != null) {
      const line = timers.get(event.timerCanceledEventAttributes.timerId ?? "");
      if (line !== undefined) line.state = "cut_short";
    } else if (event.workflowExecutionSignaledEventAttributes != null) {
      lines.push({ kind: "heard", at, signal: event.workflowExecutionSignaledEventAttributes.signalName ?? "" });
    } else if (ended !== null) {
      cutShort(lines, at);
      lines.push({ kind: "ended", at, ...ended });
    }
  }
  return lines;
}

/** Nothing goes on behind the end. */
function cutShort(lines: readonly HistoryLine[], at: string): void {
  for (const line of lines) {
    if (line.kind === "waited" && line.state === "waits") line.state = "cut_short";
    if (line.kind === "did") line.endedAt ??= at;
  }
}

/** Why the workflow's own code failed, if it has not gone on since. */
export function codeFailureIn(events: readonly Event[]): string | null {
  const last = events.findLast(
    ({ workflowTaskFailedEventAttributes: failed, workflowTaskCompletedEventAttributes: completed }) =>
      failed != null || completed != null,
  );
  return messageOf(last?.workflowTaskFailedEventAttributes?.failure);
}

type End = Pick<HistoryLine & { kind: "ended" }, "how" | "reason">;

function endOf(event: Event): End | null {
  if (event.workflowExecutionCompletedEventAttributes != null) return { how: "completed", reason: null };
  const failed = event.workflowExecutionFailedEventAttributes;
  if (failed != null) return { how: "failed", reason: messageOf(failed.failure) };
  if (event.workflowExecutionTimedOutEventAttributes != null) return { how: "failed", reason: null };
  if (event.workflowExecutionCanceledEventAttributes != null) return { how: "cancelled", reason: null };
  const terminated = event.workflowExecutionTerminatedEventAttributes;
  if (terminated != null) return { how: "terminated", reason: terminated.reason || null };
  if (event.workflowExecutionContinuedAsNewEventAttributes != null) return { how: "went_on", reason: null };
  return null;
}

type Failure = NonNullable<Event["activityTaskFailedEventAttributes"]>["failure"];

/** The innermost cause says what went wrong; what is around it says only that something did. */
export function messageOf(failure: Failure): string | null {
  let inner = failure ?? null;
  while (inner?.cause != null) inner = inner.cause;
  return inner?.message || null;
}

type Timestamp = { seconds?: unknown; nanos?: number | null } | null | undefined;

/** An instant of Temporal's protocol; null when it is not set. */
export function isoOf(time: Timestamp): string | null {
  return time == null ? null : new Date(durationMs(time)).toISOString();
}

function durationMs(span: Timestamp): number {
  return Number(String(span?.seconds ?? 0)) * 1_000 + Math.floor((span?.nanos ?? 0) / 1_000_000);
}
