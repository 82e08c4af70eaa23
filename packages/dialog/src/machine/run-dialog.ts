import { AppError } from "@botdeck/core";

import {
  decide,
  type DialogDecision,
  type DialogDefinition,
  type DialogEffect,
  resumeDialog,
} from "../dialogs/index.ts";
import type { Said } from "../dialogs/said.ts";
import { contextOf, createContext } from "./create-context.ts";
import { tellWorkflow } from "./tell-workflow.ts";
import { sayLine, type Turn } from "./turn.ts";

/** Does what a dialog decided, asks the outside for it, and goes on until it waits for the person or has ended. */
export async function runDialog(turn: Turn, dialog: DialogDefinition, first: DialogDecision): Promise<void> {
  const under = turn.state.dialogs;
  let decision = first;
  for (;;) {
    const { progress } = decision;
    turn.state = { ...turn.state, dialogs: progress === null ? under : [...under, progress] };
    const request = await applyEffects(turn, dialog, decision.effects);
    if (request === null || progress === null) return;
    decision = decide(dialog, progress, { kind: "brought", answer: await ask(turn, request) });
  }
}

/** The dialog that has the word hears this. False when there is none, it was an aside that is left, or it left the bot. */
export async function tellDialog(turn: Turn, said: Said): Promise<boolean> {
  const top = turn.state.dialogs.at(-1);
  if (top === undefined) return false;
  turn.state = { ...turn.state, dialogs: turn.state.dialogs.slice(0, -1) };
  const resumed = resumeDialog(turn.bot.dialogs ?? [], top);
  if (resumed === null) return false;
  const { dialog, isMoved } = resumed;
  let { progress } = resumed;
  if (isMoved) {
    await runDialog(turn, dialog, decide(dialog, progress, { kind: "resumed" }));
    const moved = turn.state.dialogs.at(-1);
    if (moved === undefined || moved.dialog !== dialog.name) return true;
    // The person answers the question that was asked before: it is not repeated.
    turn.words = [];
    turn.buttons = [];
    progress = moved;
    turn.state = { ...turn.state, dialogs: turn.state.dialogs.slice(0, -1) };
  }
  const decision = decide(dialog, progress, { kind: "said", said });
  if (decision.effects.some((effect) => effect.kind === "end" && effect.ending.outcome === "left")) {
    return await tellDialog(turn, said);
  }
  await runDialog(turn, dialog, decision);
  return true;
}

/** What waited under a dialog, or led beside it, goes on. */
export async function goOnBelow(turn: Turn): Promise<void> {
  if (turn.decided.owner !== undefined) return;
  const top = turn.state.dialogs.at(-1);
  if (top === undefined) return resumeWorkflow(turn);
  const resumed = resumeDialog(turn.bot.dialogs ?? [], top);
  turn.state = { ...turn.state, dialogs: turn.state.dialogs.slice(0, -1) };
  if (resumed === null) return;
  await runDialog(turn, resumed.dialog, decide(resumed.dialog, resumed.progress, { kind: "resumed" }));
}

/** Once: a dialog that answered in the middle and ended with that has said so already. */
function resumeWorkflow(turn: Turn): void {
  const isTold = turn.effects.some((effect) => effect.kind === "workflow.signal" && effect.signal === "resumed");
  if (!isTold) tellWorkflow(turn, "resumed", {});
}

/** @returns The request that was made, if any; it is always the last effect. */
async function applyEffects(
  turn: Turn,
  dialog: DialogDefinition,
  effects: readonly DialogEffect[],
): Promise<Extract<DialogEffect, { kind: "request" }> | null> {
  for (const effect of effects) {
    switch (effect.kind) {
      case "say":
        sayLine(turn, effect.line);
        break;
      case "request":
        return effect;
      case "digress":
        await digress(turn, effect);
        break;
      case "end":
        await end(turn, dialog, effect);
        break;
    }
  }
  return null;
}

/** Answers a question in the middle. When that needs no further word of the person, the dialog goes on at once. */
export async function digress(turn: Turn, { intent, said }: { intent: string; said: Said }): Promise<void> {
  const before = turn.state.dialogs;
  const handler = turn.bot.on?.[intent];
  if (handler) await turn.apply(await handler(createContext(turn.bot, turn.state, said, turn.surroundings)));
  const isOver = turn.state.dialogs.length === before.length && turn.state.dialogs.at(-1) === before.at(-1);
  if (isOver) await goOnBelow(turn);
}

async function end(
  turn: Turn,
  dialog: DialogDefinition,
  { ending, slots }: Extract<DialogEffect, { kind: "end" }>,
): Promise<void> {
  const under = turn.state.dialogs.length;
  const ended = { dialog: dialog.name, topic: dialog.topic, ending, slots };
  const context = { ...contextOf(turn), ended };
  if (turn.bot.afterDialog) await turn.apply(await turn.bot.afterDialog(context));
  const isLeft = turn.state.dialogs.length === under && (under > 0 || turn.state.workflow !== null);
  if (isLeft) await goOnBelow(turn);
}

async function ask(turn: Turn, { request, params }: Extract<DialogEffect, { kind: "request" }>): Promise<unknown> {
  const answer = turn.bot.requests?.[request];
  if (answer === undefined) throw new AppError("invariant", `Bot "${turn.bot.code}" has no request "${request}"`);
  const { services, settings, dialog, person, language, at } = turn.surroundings;
  return await answer(params as never, { services, settings, dialog, person, language, at } as never); // safe: its author's types say the same
}
