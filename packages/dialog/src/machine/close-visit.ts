import type { Turn } from "./turn.ts";

/** A visit that nobody settled ends with the next one: who was told what they came for had it solved, as far as we know. */
export function closeVisit(turn: Turn): void {
  const { visit } = turn.state;
  if (visit === null || visit.outcome !== null) return;
  const outcome = visit.isAnswered ? "solved_presumed" : "abandoned";
  turn.decided.outcomes.push({ visit, outcome, cause: "next_visit", handedTo: null });
}
