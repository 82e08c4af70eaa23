import { addressedTo } from "../commands/address.ts";
import type { AnyBot } from "../define-bot.ts";
import { NO_ENTITIES } from "../entities/entities.ts";
import type { Understood } from "../understanding/understood.ts";
import { applyMoves } from "./apply-moves.ts";
import { closeVisit } from "./close-visit.ts";
import { contextOf } from "./create-context.ts";
import { hear } from "./hear.ts";
import { hearCommand } from "./hear-command.ts";
import type { Input } from "./input.ts";
import { digress, goOnBelow } from "./run-dialog.ts";
import { placeOf, withPlace } from "./place-of.ts";
import { portalAway } from "./portal-away.ts";
import { runCommand } from "./run-command.ts";
import { type DialogState, INITIAL_PLACE, INITIAL_STATE } from "./state.ts";
import type { Decision, Surroundings } from "./step.ts";
import { endTurn, type Turn } from "./turn.ts";
import { understand } from "./understand.ts";

const NOTHING_UNDERSTOOD: Understood = { intents: [], provider: "none", fellBackFrom: null, entities: NO_ENTITIES };

/**
 * One step of a bot: what it does about an input, given where the conversation stands. The same arguments give the same
 * decision, as far as the services given do.
 *
 * @throws AppError `invariant` for a slip in the definition, such as a dialog that is not there.
 */
export async function respond(
  bot: AnyBot,
  state: DialogState,
  input: Input,
  surroundings: Surroundings,
): Promise<Decision> {
  const silence = {
    text: "",
    files: [],
    understood: NOTHING_UNDERSTOOD,
    pressed: null,
    today: surroundings.today,
    sure: null,
  };
  const turn: Turn = {
    bot,
    surroundings,
    said: silence,
    state: placeOf(state, surroundings),
    words: [],
    buttons: [],
    card: null,
    effects: [],
    lateEffects: [],
    decided: { outcomes: [], rating: null, handOver: null },
    moves: 0,
    apply: (moves) => applyMoves(turn, moves),
  };
  try {
    await take(turn, input);
  } catch (error) {
    const told = portalAway(error, turn, input);
    if (told === null) throw error;
    return { ...told, state };
  }
  const isHeard = input.kind === "message" && turn.said !== silence;
  open(turn, isHeard);
  const decision = endTurn(turn, isHeard);
  // Put into a chat anew, the bot has forgotten whom it talked to there.
  const before = input.kind === "joined" ? INITIAL_STATE : state;
  return { ...decision, state: withPlace(before, decision.state, surroundings) };
}

async function take(turn: Turn, input: Input): Promise<void> {
  const { bot } = turn;
  switch (input.kind) {
    case "joined": {
      closeVisit(turn);
      turn.state = INITIAL_PLACE;
      return await turn.apply(await bot.welcome(contextOf(turn)));
    }
    case "workflow_ended":
      return await flowEnded(turn, input);
    case "digressed": {
      // What a workflow heard that leads no more is for the bot, as if it had just been said.
      if (turn.state.workflow?.id !== input.workflowId) return await hear(turn, () => input.said);
      turn.said = input.said;
      return await digress(turn, input);
    }
    case "due": {
      // A release may have dropped what an older one was asked for.
      const handler = bot.schedules?.[input.due.name];
      if (handler === undefined) return;
      return await turn.apply(await handler({ ...contextOf(turn), due: input.due }));
    }
    case "command":
      return await runCommand(turn, input);
    case "message":
      return await hearMessage(turn, input);
  }
}

async function hearMessage(turn: Turn, input: Extract<Input, { kind: "message" }>): Promise<void> {
  const { dialog, botUserId = null } = turn.surroundings;
  const listens = turn.bot.hearsEverything === true;
  const said = dialog.type === "group" ? addressedTo(input.text, botUserId) : input.text;
  // Words to everybody in a group are none to the bot, unless it is there to hear them.
  if (said === null && !listens) return;
  const words = { ...input, text: said ?? input.text };
  // Who hears everything is told nothing by words that do not mention it, not even by another bot's command.
  const isOverheard = listens && dialog.type === "group" && words.text === input.text.trim();
  if (!isOverheard && (await hearCommand(turn, words))) return;
  return await hear(turn, () => understand(turn, words), input.messageId);
}

async function flowEnded(turn: Turn, input: Extract<Input, { kind: "workflow_ended" }>): Promise<void> {
  // A workflow that was stopped or replaced in the meantime does not end the one that leads now.
  if (turn.state.workflow?.id !== input.workflowId) return;
  turn.state = { ...turn.state, workflow: null };
  if (input.result === null || turn.bot.afterDialog === undefined) return;
  await turn.apply(await turn.bot.afterDialog({ ...contextOf(turn), ended: input.result }));
  if (turn.state.dialogs.length > 0 && turn.words.length > 0) await goOnBelow(turn);
}

/** The first words of a visit say who speaks. */
function open(turn: Turn, isHeard: boolean): void {
  const isFirst = isHeard && turn.words.length > 0 && turn.state.visit?.answers === 0;
  const words = isFirst ? turn.bot.opening?.(contextOf(turn)) : null;
  if (words !== null && words !== undefined) turn.words.unshift(words);
}
