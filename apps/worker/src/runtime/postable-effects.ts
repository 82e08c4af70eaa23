import { escapeBb, MAX_MESSAGE_LENGTH, toMessageParts } from "@botdeck/b24-client";
import type { Effect } from "@botdeck/core";

/** A part's beginning may need a character more than the same words in the middle of a text. */
const NOTE_MAX_LENGTH = MAX_MESSAGE_LENGTH - 100;

/**
 * A word that is too long for one message as several effects, in order; every other effect is as it was. The portal
 * knows no idempotency key, so a word that leaves in one effect must be one message: only that can be looked for.
 */
export function toPostableEffects(effect: Effect): Effect[] {
  if (effect.kind !== "chat.send") return [effect];
  if (effect.forOperators !== true) return cardUnderLast(toMessageParts(effect));
  // What it quotes is escaped when it is posted, which makes it longer; escaping twice changes nothing.
  const escaped = escapeBb(effect.text);
  return escaped.length <= NOTE_MAX_LENGTH ? [effect] : toMessageParts({ ...effect, text: escaped }, NOTE_MAX_LENGTH);
}

const cardUnderLast = (parts: (Effect & { kind: "chat.send" })[]): Effect[] =>
  parts.map(({ card, ...part }, index) =>
    index === parts.length - 1 && card !== undefined ? { ...part, card } : part,
  );
