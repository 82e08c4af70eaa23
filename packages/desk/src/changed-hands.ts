import { HAND_OVER_NEWS_SIGNAL, STOPPED_SIGNAL } from "@botdeck/contracts/names";
import type { Effect, Owner } from "@botdeck/core";
import { type DialogState, INITIAL_STATE } from "@botdeck/dialog";

/**
 * What follows when the conversation changed hands by somebody else's doing than the bot's: whoever led must not speak again,
 * and whoever watches over a hand-over has to know. Pure.
 */
export function changedHands(before: DialogState, from: Owner, to: Owner): { state: DialogState; effects: Effect[] } {
  if (from === to) return { state: before, effects: [] };
  const { workflow, handOver, visit } = before;
  const effects: Effect[] = [];
  const reason = stopReason(to);
  if (reason !== null && workflow !== null) effects.push(signal(workflow.id, STOPPED_SIGNAL, { reason }));
  const news = newsOf(to);
  if (handOver !== null && news !== null) effects.push(signal(handOver, HAND_OVER_NEWS_SIGNAL, news));
  return { state: { ...INITIAL_STATE, visit, handOver: isWithPeople(to) ? handOver : null }, effects };
}

function stopReason(to: Owner): string | null {
  if (to.startsWith("operator:")) return "an operator took over";
  if (to.startsWith("queue:")) return "the client was given to a queue";
  return to === "closed" ? "the conversation was closed" : null;
}

/** Null where the one that watches goes on watching: the client waits in another queue. */
function newsOf(to: Owner): { kind: "taken"; operatorId: string } | { kind: "returned" | "closed" } | null {
  if (to.startsWith("operator:")) return { kind: "taken", operatorId: to.slice("operator:".length) };
  if (to.startsWith("queue:")) return null;
  return { kind: to === "closed" ? "closed" : "returned" };
}

const isWithPeople = (owner: Owner) => owner.startsWith("operator:") || owner.startsWith("queue:");

const signal = (workflowId: string, name: string, payload: unknown): Effect => ({
  kind: "workflow.signal",
  workflowId,
  signal: name,
  payload,
});
