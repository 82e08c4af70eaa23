import type { BotEvent, Effect, Owner } from "@botdeck/core";
import { changedHands } from "@botdeck/desk";
import { type DialogState, handOverOf } from "@botdeck/dialog";

/**
 * Whether an event is handled though its bot is switched off. Clients of its open lines must not wait for somebody who does not
 * answer, and what is said there belongs into the transcript; a workflow that has begun comes to its end. All else is ignored.
 */
export const isKeptWhileOff = ({ dialog, kind }: BotEvent): boolean =>
  dialog.type === "open_line" || kind === "workflow.ended" || kind === "workflow.digressed";

type Hands = { state: DialogState; effects: Effect[] };

/**
 * What becomes of a client who comes to a bot that is switched off: the queue of their line has them, without a word of the bot, and a
 * workflow that led is told to stop.
 */
export function leaveToPeople(
  hands: Hands,
  owner: Owner,
  { dialog }: Pick<BotEvent, "dialog">,
): Hands & { owner: Owner } {
  const given = handOverOf(dialog, "");
  if (given === null) return { ...hands, owner };
  const next = changedHands(hands.state, owner, given.owner);
  return { state: next.state, owner: given.owner, effects: [...hands.effects, ...given.effects, ...next.effects] };
}
