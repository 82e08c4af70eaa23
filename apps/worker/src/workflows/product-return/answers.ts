import type { Answered } from "@botdeck/contracts";
import type { FileRef } from "@botdeck/core";

import { readPurchaseDay } from "./purchase-day.ts";

/** What a step makes of an answer: a value, or the text that says what is wrong with it. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; problem: ReturnProblem };
export type ReturnProblem = "returnDateUnclear" | "returnDateFuture" | "returnReasonUnclear" | "returnPhotoMissing";

const SHORTEST_REASON = 3;

export function readDate(answer: Answered, today: Date): Reading<{ day: string; daysAgo: number }> {
  const read = readPurchaseDay(answer.text, today);
  if (read.ok) return { ok: true, value: read };
  return { ok: false, problem: read.problem === "future" ? "returnDateFuture" : "returnDateUnclear" };
}

export function readReason(answer: Answered): Reading<string> {
  const reason = answer.text.trim();
  return reason.length >= SHORTEST_REASON ? { ok: true, value: reason } : { ok: false, problem: "returnReasonUnclear" };
}

export function readPhotos(answer: Answered): Reading<FileRef[]> {
  return answer.files.length > 0 ? { ok: true, value: answer.files } : { ok: false, problem: "returnPhotoMissing" };
}
