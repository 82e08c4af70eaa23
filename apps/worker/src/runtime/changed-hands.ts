import { HAND_OVER_NEWS_SIGNAL, STOPPED_SIGNAL } from "@botdeck/contracts/names";
import type { Effect, Owner } from "@botdeck/core";
import { type DialogState, INITIAL_STATE } from "@botdeck/dialog";

/** What follows when the conversation changed hands by somebody else's doing. */
export function changedHands(before: DialogState, from: Owner, to: Owner): { state: DialogState; effects: Effect[] } {
  if (from === to) return { state: before, effects: [] };
  const { workflow, handOver, visit } = before;
  const effects: Effect[] = [];
  const isTaken = to.startsWith("operator:");
  // Whatever workflow led must not speak again.
  if (isTaken && workflow !== null) {
    effects.push(signal(workflow.id, STOPPED_SIGNAL, { reason: "an operator took over" }));
  }
  if (handOver !== null) {
    const news = isTaken ? { kind: "taken", operatorId: to.slice("operator:".length) } : { kind: "returned" };
    effects.push(signal(handOver, HAND_OVER_NEWS_SIGNAL, news));
  }
  return { state: { ...INITIAL_STATE, visit, handOver: isTaken ? handOver : null }, effects };
}

const signal = (workflowId: string, name: string, payload: unknown): Effect => ({
  kind: "workflow.signal",
  workflowId,
  signal: name,
  payload,
});
