import type { Expectation } from "./day-line.ts";
import type { Result } from "./score.ts";

export type Played = {
  expected: Expectation["outcome"];
  handedOver: boolean;
  result: Result;
  /** From each last message of the client to the bot's next one, in milliseconds. */
  responsesMs: readonly number[];
};

/** The last line of `--json`. Shares are null where there is nothing to divide by. */
export type DaySummary = {
  conversations: number;
  contained: number;
  wrong: number;
  missed: number;
  mistagged: number;
  containment: number | null;
  wrongRate: number | null;
  topicAccuracy: number | null;
  responseP50Ms: number | null;
  responseP95Ms: number | null;
  restCallsPerConversation: number | null;
};

/** @param restCalls HTTP requests to the portal's REST over the whole day. */
export function summarizeDay(played: readonly Played[], restCalls: number): DaySummary {
  const count = (result: Result) => played.filter((each) => each.result === result).length;
  const responsesMs = played.flatMap((each) => each.responsesMs);
  const handedOver = played.filter((each) => each.handedOver).length;
  return {
    conversations: played.length,
    contained: count("contained"),
    wrong: count("wrong"),
    missed: count("missed"),
    mistagged: count("mistagged"),
    containment: share(count("contained"), played.filter(({ expected }) => expected !== "operator").length),
    wrongRate: share(count("wrong"), played.length),
    topicAccuracy: handedOver === 0 ? null : rounded(1 - count("mistagged") / handedOver),
    responseP50Ms: percentile(responsesMs, 0.5),
    responseP95Ms: percentile(responsesMs, 0.95),
    restCallsPerConversation: share(restCalls, played.length),
  };
}

/** By nearest rank; null without any value. */
export function percentile(values: readonly number[], rank: number): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(rank * sorted.length) - 1)] ?? null;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded(part / whole);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
