import { AppError } from "@botdeck/core";

import type { AnyBot } from "../define-bot.ts";
import { matchIntent } from "../nlu/match-intent.ts";
import { applyMoves } from "./apply-moves.ts";
import { createContext } from "./create-context.ts";
import type { Input } from "./input.ts";
import type { Move, Moves } from "./move.ts";
import type { DialogState } from "./state.ts";
import type { Decision, Surroundings } from "./step.ts";

/** How often the same question may go wrong before a person takes over. */
const MISSES_BEFORE_PERSON = 2;

/**
 * One step of a bot: what it does about an input, given where the conversation stands. The same arguments give the same
 * decision, as far as the services given do.
 *
 * @throws AppError `invariant` for a slip in the definition, such as a state that is not there.
 */
export async function decide(
  bot: AnyBot,
  state: DialogState,
  input: Input,
  surroundings: Surroundings,
): Promise<Decision> {
  const run = (handler: (ctx: never) => Moves | Promise<Moves>, at: DialogState) =>
    handler(createContext(bot, at, input, surroundings) as never); // safe: the context has every field a handler may take

  const moves = await chooseMoves(bot, state, input, run);
  return applyMoves(bot, state, moves, surroundings, (name, at) => {
    const definition = bot.states?.[name];
    if (!definition) throw new AppError("invariant", `Bot "${bot.code}" has no state "${name}"`);
    return run(definition.ask, at);
  });
}

async function chooseMoves(
  bot: AnyBot,
  state: DialogState,
  input: Input,
  run: (handler: (ctx: never) => Moves | Promise<Moves>, at: DialogState) => Moves | Promise<Moves>,
): Promise<readonly Move[]> {
  if (input.kind === "joined") return list(await run(bot.welcome, state));

  if (input.kind === "workflow_ended") {
    // A workflow that was stopped or replaced in the meantime does not end the one that leads now.
    if (state.workflow?.id !== input.workflowId) return [];
    const ended = { ...state, workflow: null };
    return [{ move: "finish" }, ...list(bot.afterWorkflow ? await run(bot.afterWorkflow, ended) : [])];
  }

  if (input.kind === "command") {
    const command = bot.commands?.[input.name];
    return list(await run(command ? command.handler : bot.fallback, state));
  }

  const intent = matchIntent(input.text, bot.intents ?? {})?.intent;
  const handler = intent === undefined ? undefined : bot.on?.[intent];
  const interrupts = intent !== undefined && bot.intents?.[intent]?.interrupts === true;
  if (handler && interrupts) return list(await run(handler, state));

  // The workflow asks its own questions, so it takes the answer.
  if (state.workflow) return [{ move: "tell_workflow", input }];

  if (state.at !== null) {
    const waiting = bot.states?.[state.at];
    if (waiting) {
      const moves = list(await run(waiting.answer, state));
      if (!moves.some((each) => each.move === "miss")) return moves;
      const other = handler ? list(await run(handler, { ...state, at: null })) : [];
      return leadsElsewhere(other, state.at) ? [{ move: "finish" }, ...other] : afterMiss(bot, state, moves, run);
    }
    // The state left the definition since it asked: begin anew rather than be stuck.
  }
  return list(await run(handler ?? bot.fallback, { ...state, at: null }));
}

/** What is no answer may be another wish; the same question once more is none. */
function leadsElsewhere(moves: readonly Move[], at: string): boolean {
  return moves.length > 0 && !moves.some((each) => each.move === "go_to" && each.state === at);
}

/** A question that went wrong too often is dropped: a bot whose fallback only speaks must not be stuck in it. */
async function afterMiss(
  bot: AnyBot,
  state: DialogState,
  moves: readonly Move[],
  run: (handler: (ctx: never) => Moves | Promise<Moves>, at: DialogState) => Moves | Promise<Moves>,
): Promise<readonly Move[]> {
  if (state.misses + 1 < MISSES_BEFORE_PERSON) return moves;
  return [{ move: "finish" }, ...list(await run(bot.fallback, { ...state, at: null }))];
}

function list(moves: Moves): readonly Move[] {
  return Array.isArray(moves) ? moves : [moves as Move]; // safe: Moves is a move or a list of them
}
