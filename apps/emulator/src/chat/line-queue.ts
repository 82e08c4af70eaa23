import type { Session } from "../state/model.ts";
import type { OpenLine } from "../state/open-line.ts";
import type { State } from "../state/state.ts";
import { operatorsOf, settingOf } from "./lines.ts";

/**
 * Whom a waiting dialog is offered to: by turns (`evenly`) the one with the fewest dialogs, `strictly` the first one free,
 * and with `all` nobody in particular. Those who passed it on come last.
 *
 * @returns null when it waits for anybody.
 */
export function nextOperator(state: State, line: OpenLine, session: Session): number | null {
  const operators = operatorsOf(state, line);
  const skipped = session.skippedBy ?? [];
  const willing = operators.filter((id) => !skipped.includes(id));
  const candidates = willing.length > 0 ? willing : operators;
  const type = settingOf(line, "QUEUE_TYPE");
  if (type === "all" && skipped.length === 0) return null;
  const limit = Number(settingOf(line, "MAX_CHAT"));
  const free = candidates.filter((id) => limit === 0 || dialogsOf(state, id) < limit);
  if (type === "strictly" || type === "all") return free[0] ?? null;
  return free.toSorted((one, other) => dialogsOf(state, one) - dialogsOf(state, other))[0] ?? null;
}

/** How many dialogs somebody has on their hands. */
function dialogsOf(state: State, personId: number): number {
  return [...state.sessions.values()].filter(({ owner, operatorId }) => owner !== "closed" && operatorId === personId)
    .length;
}
