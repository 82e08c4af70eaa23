import { expect, test } from "vitest";

import { codeFailureIn, tellHistory } from "./tell-history.ts";

type Events = Parameters<typeof tellHistory>[0];

/** Events in the form in which the client gives them, one second apart. */
function history(...attributes: object[]): Events {
  const events = attributes.map((one, index) => ({
    eventId: String(index + 1),
    eventTime: { seconds: String(1_800_000_000 + index), nanos: 5_000_000 },
    ...one,
  }));
  // safe: of the fields that are read, in the form of the wire
  return events as unknown as Events;
}
const at = (second: number) => new Date((1_800_000_000 + second) * 1_000 + 5).toISOString();

const began = { workflowExecutionStartedEventAttributes: {} };
const code = { workflowTaskCompletedEventAttributes: {} };
const scheduled = (name: string) => ({ activityTaskScheduledEventAttributes: { activityType: { name } } });
const timer = (timerId: string, seconds: number) => ({
  timerStartedEventAttributes: { timerId, startToFireTimeout: { seconds: String(seconds) } },
});

test("what a workflow did, heard and waited for stands in its order, and its code's own steps do not", () => {
  const lines = tellHistory(
    history(
      began,
      code,
      scheduled("askManager"),
      { activityTaskStartedEventAttributes: { scheduledEventId: "3", attempt: 2 } },
      { activityTaskCompletedEventAttributes: { scheduledEventId: "3" } },
      timer("1", 60),
      { workflowExecutionSignaledEventAttributes: { signalName: "decided" } },
      { timerCanceledEventAttributes: { timerId: "1" } },
      { workflowExecutionCompletedEventAttributes: {} },
    ),
  );
  expect(lines).toEqual([
    { kind: "began", at: at(0) },
    { kind: "did", at: at(2), endedAt: at(4), activity: "askManager", attempts: 2, failure: null },
    { kind: "waited", at: at(5), dueAt: at(65), state: "cut_short" },
    { kind: "heard", at: at(6), signal: "decided" },
    { kind: "ended", at: at(8), how: "completed", reason: null },
  ]);
});

test("a failure is told by its innermost cause", () => {
  const failure = { message: "Activity task failed", cause: { message: "the portal answered 500" } };
  const [line] = tellHistory(
    history(scheduled("tellTicket"), { activityTaskFailedEventAttributes: { scheduledEventId: "1", failure } }),
  );
  expect(line).toMatchObject({ endedAt: at(1), failure: "the portal answered 500" });
});

test("behind the end nothing waits and nothing is under way", () => {
  const cut = { workflowExecutionTerminatedEventAttributes: { reason: "held up the queue" } };
  expect(tellHistory(history(scheduled("tellTicket"), timer("1", 60), cut))).toMatchObject([
    { kind: "did", endedAt: at(2) },
    { kind: "waited", state: "cut_short" },
    { kind: "ended", how: "terminated", reason: "held up the queue" },
  ]);
});

test("code that fails holds the workflow until it goes on", () => {
  const failed = { workflowTaskFailedEventAttributes: { failure: { message: "the history is another one" } } };
  expect(codeFailureIn(history(began, code, failed))).toBe("the history is another one");
  expect(codeFailureIn(history(began, failed, code))).toBeNull();
  expect(codeFailureIn(history(began))).toBeNull();
});
