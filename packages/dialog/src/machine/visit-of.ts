import { lineOf } from "@botdeck/core";

import type { Visit } from "./state.ts";
import type { Surroundings } from "./step.ts";

/** A client who was silent for so long begins a new visit, in milliseconds. */
const VISIT_ENDS_AFTER_MS = 24 * 3_600_000;

/**
 * The visit that a client's words belong to: the one under way, or a new one.
 *
 * @returns `closed` is true when the one before it has ended with that.
 */
export function visitOf(
  before: Visit | null,
  { at, stepId, dialog }: Pick<Surroundings, "at" | "stepId" | "dialog">,
): { visit: Visit; closed: boolean } {
  const isOver = before === null || Date.parse(at) - Date.parse(before.lastAt) > VISIT_ENDS_AFTER_MS;
  if (!isOver) return { visit: { ...before, lastAt: at, beforeAt: before.lastAt }, closed: false };
  const visit: Visit = {
    id: stepId,
    beganAt: at,
    lastAt: at,
    beforeAt: null,
    lineId: lineOf(dialog),
    intent: null,
    topic: null,
    dialog: null,
    dialogVersion: null,
    step: null,
    answers: 0,
    isAnswered: false,
    outcome: null,
    isRated: false,
  };
  return { visit, closed: before !== null };
}
