import { decide } from "../dialogs/index.ts";
import type { Effect } from "@botdeck/core";
import { AppError } from "@botdeck/core";

import { handOverOf } from "./hand-over.ts";
import type { HandOver, Move, Moves, VisitOutcome } from "./move.ts";
import { runDialog } from "./run-dialog.ts";
import { withLastStep } from "./step-of-visit.ts";
import { tellWorkflow } from "./tell-workflow.ts";
import type { Place } from "./state.ts";
import type { Turn } from "./turn.ts";

/** A handler whose moves lead to a handler, and so on, is a circle in the definition. */
const MAX_MOVES = 60;
/** Dialogs that may wait for one another. */
const MOST_DIALOGS = 3;

/**
 * Turns moves into the next state and the effects.
 *
 * @throws AppError `invariant` when the moves go round in a circle.
 */
export async function applyMoves(turn: Turn, moves: Moves): Promise<void> {
  for (const move of Array.isArray(moves) ? moves : [moves as Move]) {
    if (++turn.moves > MAX_MOVES) {
      throw new AppError("invariant", `Bot "${turn.bot.code}" goes from one move to another without end`);
    }
    await applyMove(turn, move);
  }
}

async function applyMove(turn: Turn, move: Move): Promise<void> {
  switch (move.move) {
    case "say":
      turn.words.push(move.text);
      if (move.buttons.length > 0) turn.buttons = move.buttons;
      turn.card = move.card ?? turn.card;
      return;
    case "effect":
      turn.effects.push(move.effect);
      return;
    case "begin":
      return await begin(turn, move);
    case "finish":
      turn.state = { ...turn.state, dialogs: [], isChoosing: false };
      return;
    case "hand_over":
      return handOver(turn, move);
    case "record":
      return record(turn, move);
    case "answered":
      return changeVisit(turn, { isAnswered: true });
    case "settle":
      return settle(turn, move.outcome, move.cause, null);
    case "rate":
      return rate(turn, move.rating);
    case "know":
      turn.state = { ...turn.state, known: { ...turn.state.known, ...move.facts } };
      return;
    case "start":
      return start(turn, move);
    case "signal": {
      const { workflowId, signal, payload } = move;
      turn.effects.push({ kind: "workflow.signal", workflowId, signal, payload });
      return;
    }
    case "stop_workflow":
      return stopWorkflow(turn, move.reason);
    case "tell_workflow":
      return tellWorkflow(turn, "answered", { messageId: move.messageId, said: move.said });
  }
}

async function begin(turn: Turn, { dialog: name, slots }: Extract<Move, { move: "begin" }>): Promise<void> {
  const versions = (turn.bot.dialogs ?? []).filter((dialog) => dialog.name === name);
  const dialog = versions.toSorted((one, other) => other.version - one.version)[0];
  if (dialog === undefined) throw new AppError("invariant", `Bot "${turn.bot.code}" has no dialog "${name}"`);
  const { visit } = turn.state;
  changeVisit(turn, {
    topic: visit?.topic ?? dialog.topic,
    dialog: visit?.dialog ?? name,
    dialogVersion: visit?.dialogVersion ?? dialog.version,
  });
  turn.decided.topic = dialog.topic;
  const others = turn.state.dialogs.filter((each) => each.dialog !== name).slice(1 - MOST_DIALOGS);
  turn.state = { ...turn.state, dialogs: others, isChoosing: false };
  await runDialog(turn, dialog, decide(dialog, null, { kind: "begin", slots, said: turn.said }));
}

function handOver(turn: Turn, { topic, cause, note = "", watch }: HandOver): void {
  const { dialog, stepId, origin, language } = turn.surroundings;
  stopWorkflow(turn, "handed over to an operator");
  const { dialogs } = turn.state;
  turn.state = { ...turn.state, dialogs: [], isChoosing: false };
  turn.decided.topic = topic;
  const given = handOverOf(dialog, note);
  if (given === null) return;
  turn.decided.owner = given.owner;
  turn.effects.push(...given.effects);
  const workflowId = watch === undefined ? null : `${watch.workflow}:${String(origin["portalId"])}:${stepId}`;
  if (watch !== undefined && workflowId !== null) {
    const input = { ...watch.input, topic, cause, origin, language };
    turn.effects.push({ kind: "workflow.start", workflow: watch.workflow, workflowId, input });
  }
  turn.state = { ...turn.state, handOver: workflowId };
  const visitId = turn.state.visit?.id ?? null;
  turn.decided.handOver = { topic, cause, note, workflowId, visitId };
  changeVisit(turn, { topic });
  settle(turn, "handed_over", cause, given.owner, dialogs);
}

function record(turn: Turn, { learned }: Extract<Move, { move: "record" }>): void {
  const { dialog, stepId, person } = turn.surroundings;
  if (dialog.type !== "open_line" || dialog.entityId === null) return;
  const effect: Effect = {
    kind: "crm.record",
    originId: `${stepId}:${turn.lateEffects.length}`,
    entityId: dialog.entityId,
    title: person.name === "" ? `Client ${person.id}` : person.name,
    ...learned,
  };
  turn.lateEffects.push(effect);
}

function settle(
  turn: Turn,
  outcome: VisitOutcome,
  cause: string,
  handedTo: string | null,
  dialogs = turn.state.dialogs,
): void {
  changeVisit(turn, { outcome });
  const { visit } = turn.state;
  if (visit !== null)
    turn.decided.outcomes.push({ visit: withLastStep(visit, dialogs, outcome), outcome, cause, handedTo });
}

function rate(turn: Turn, rating: number): void {
  const { visit } = turn.state;
  if (visit === null || visit.isRated) return;
  changeVisit(turn, { isRated: true });
  turn.decided.rating = { visitId: visit.id, rating };
}

function changeVisit(turn: Turn, change: Partial<NonNullable<Place["visit"]>>): void {
  const { visit } = turn.state;
  if (visit !== null) turn.state = { ...turn.state, visit: { ...visit, ...change } };
}

function start(turn: Turn, { workflow, input, leads, id }: Extract<Move, { move: "start" }>): void {
  const { origin, stepId, language } = turn.surroundings;
  const name = id === undefined ? stepId : `${String(origin["conversationId"])}.${id}`;
  const workflowId = `${workflow}:${String(origin["portalId"])}:${name}`;
  if (leads) {
    // The flow speaks next.
    changeVisit(turn, { answers: (turn.state.visit?.answers ?? 0) + 1 });
    const lead = { id: workflowId, kind: workflow };
    // The files so far are its own now, or nobody's.
    turn.state = { ...turn.state, dialogs: [], files: [], isChoosing: false, workflow: lead };
    // A dialog tells its topic when it begins; a workflow's is that of the wish it serves.
    const topic = turn.bot.intents?.[turn.said.sure ?? ""]?.topic ?? null;
    changeVisit(turn, { topic: turn.state.visit?.topic ?? topic });
  }
  turn.effects.push({ kind: "workflow.start", workflow, workflowId, input: { ...input, origin, language } });
}

function stopWorkflow(turn: Turn, reason: string): void {
  tellWorkflow(turn, "stopped", { reason });
  turn.state = { ...turn.state, workflow: null };
}
