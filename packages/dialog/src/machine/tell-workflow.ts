import type { Turn } from "./turn.ts";

/** Says something to the workflow that leads, if one does. */
export function tellWorkflow(turn: Turn, signal: "answered" | "stopped" | "resumed", payload: unknown): void {
  const { workflow } = turn.state;
  if (workflow !== null) turn.effects.push({ kind: "workflow.signal", workflowId: workflow.id, signal, payload });
}
