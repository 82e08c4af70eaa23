import type { VisitOutcome } from "./move.ts";
import type { Place, Visit } from "./state.ts";

/** A visit with the step at which its dialog stands, be it the one that has the word or one that waits. */
export function withStep(visit: Visit, dialogs: Place["dialogs"]): Visit {
  return { ...visit, step: stepIn(dialogs, visit) ?? null };
}

/**
 * A visit as it ends, with the step where its dialog was left. A dialog that ends with a person called stood, so far as the client
 * knows, at the question before.
 */
export function withLastStep(visit: Visit, dialogs: Place["dialogs"], outcome: VisitOutcome): Visit {
  const isSolved = outcome === "solved_confirmed" || outcome === "solved_presumed";
  return { ...visit, step: stepIn(dialogs, visit) ?? (isSolved ? null : visit.step) };
}

const stepIn = (dialogs: Place["dialogs"], visit: Visit) =>
  dialogs.findLast(({ dialog }) => dialog === visit.dialog)?.at;
