import type { Effect } from "@botdeck/core";

import type { AnyBot } from "../define-bot.ts";
import { handOverOf } from "./hand-over.ts";
import type { Move, Moves } from "./move.ts";
import type { DialogState } from "./state.ts";
import type { Decision, Surroundings } from "./step.ts";

/** A state whose question leads on to another question, and so on, is a circle in the definition. */
const MAX_MOVES = 20;

/**
 * Turns moves into the next state and the effects. `ask` runs a state's question, with the slots as they are by then.
 *
 * @throws Error when the moves go round in a circle.
 */
export async function applyMoves(
  bot: AnyBot,
  before: DialogState,
  moves: readonly Move[],
  surroundings: Surroundings,
  ask: (state: string, at: DialogState) => Moves | Promise<Moves>,
): Promise<Decision> {
  const { dialog } = surroundings;
  const decision: Decision = { state: { ...before, misses: 0 }, effects: [] };
  const waiting = [...moves];

  for (let count = 0; waiting.length > 0; count++) {
    if (count >= MAX_MOVES) throw new Error(`Bot "${bot.code}" asks one question after another without end`);
    const move = waiting.shift() as Move; // safe: the loop runs while there is one
    switch (move.move) {
      case "say":
        decision.effects.push(sendEffect(dialog.id, move));
        break;
      case "miss":
        decision.effects.push(sendEffect(dialog.id, move));
        decision.state = { ...decision.state, misses: before.misses + 1 };
        break;
      case "go_to": {
        decision.state = { ...decision.state, at: move.state, slots: { ...decision.state.slots, ...move.slots } };
        const asked = await ask(move.state, decision.state);
        waiting.unshift(...(Array.isArray(asked) ? asked : [asked as Move])); // safe: Moves is a move or a list of them
        break;
      }
      case "finish":
        decision.state = { at: null, slots: {}, misses: 0, workflow: null };
        break;
      case "hand_over": {
        decision.state = { at: null, slots: {}, misses: 0, workflow: decision.state.workflow };
        decision.topic = move.topic;
        const handOver = handOverOf(dialog, move.note);
        if (handOver) {
          decision.owner = handOver.owner;
          decision.effects.push(...handOver.effects);
        }
        break;
      }
      case "start": {
        const workflowId = `${move.workflow}:${String(surroundings.origin["portalId"])}:${surroundings.stepId}`;
        decision.state = { at: null, slots: {}, misses: 0, workflow: { id: workflowId, kind: move.workflow } };
        const input = { ...move.input, origin: surroundings.origin, language: surroundings.language };
        decision.effects.push({ kind: "workflow.start", workflow: move.workflow, workflowId, input });
        break;
      }
      case "stop_workflow":
        if (decision.state.workflow) {
          decision.effects.push(signalEffect(decision.state.workflow.id, "stopped", { reason: move.reason }));
          decision.state = { ...decision.state, workflow: null };
        }
        break;
      case "tell_workflow":
        if (decision.state.workflow) {
          const { messageId, text, files } = move.input;
          decision.effects.push(signalEffect(decision.state.workflow.id, "answered", { messageId, text, files }));
        }
        break;
    }
  }
  return decision;
}

function sendEffect(dialogId: string, move: Extract<Move, { move: "say" | "miss" }>): Effect {
  return {
    kind: "chat.send",
    dialogId,
    text: move.text,
    ...(move.buttons.length > 0 && { buttons: move.buttons }),
  };
}

function signalEffect(workflowId: string, signal: string, payload: unknown): Effect {
  return { kind: "workflow.signal", workflowId, signal, payload };
}
