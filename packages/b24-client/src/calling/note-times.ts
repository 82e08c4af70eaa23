import type { PortalAnswer } from "../classify.ts";
import type { OperatingLimits } from "../operating-limits.ts";
import type { MethodPace } from "./method-pace.ts";
import { readBatch } from "./read-batch.ts";
import type { WaitingCall } from "./waiting-call.ts";

export type Notes = { limits: OperatingLimits; pace: MethodPace };

/** Learns from the `time` blocks of an answer. The outer call of a batch is not counted, every inner one is. Bitrix24 docs: limits */
export async function noteTimes(deps: Notes, call: WaitingCall, answer: PortalAnswer) {
  if (call.method !== "batch") {
    noteTime(deps, call.method, answer["time"]);
    return;
  }
  const cmd = "cmd" in call.params && typeof call.params.cmd === "object" ? (call.params.cmd ?? {}) : {};
  const commands = Object.entries(cmd).map(([key, line]) => ({ key, method: String(line).split("?", 1)[0] ?? "" }));
  for (const [index, { outcome }] of readBatch(answer.result, commands).entries()) {
    const method = commands[index]?.method ?? "";
    if (outcome.ok) noteTime(deps, method, outcome.answer["time"]);
    else if (outcome.failure.portalCode === "OPERATION_TIME_LIMIT") await deps.limits.close(method);
  }
}

/** Learns from one `time` block. */
export function noteTime({ limits, pace }: Notes, method: string, time: unknown): void {
  limits.note(method, time);
  const durationMs = durationOf(time);
  if (durationMs !== null) pace.note(method, durationMs);
}

/** How long the portal was at work, in milliseconds, as a `time` block tells it. */
export function durationOf(time: unknown): number | null {
  if (typeof time !== "object" || time === null || !("duration" in time)) return null;
  return typeof time.duration === "number" ? time.duration * 1000 : null;
}
