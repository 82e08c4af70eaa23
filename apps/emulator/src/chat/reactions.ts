import { notifyBotOfReaction } from "../events/notify-bots.ts";
import { notifySubscribers } from "../events/notify-subscribers.ts";
import type { Portal } from "../portal.ts";
import type { Message } from "../state/model.ts";
import { chatById } from "./find.ts";

/** Every reaction that a message can get. Bitrix24 docs: chat-bots-v2/imbot.v2/messages/chat-message-reaction-add. */
const REACTION_CODES = [
  ..."like dislike faceWithTearsOfJoy redHeart neutralFace fire cry slightlySmilingFace winkingFace laugh".split(" "),
  ..."kiss wonder slightlyFrowningFace loudlyCryingFace faceWithStuckOutTongue".split(" "),
  ..."faceWithStuckOutTongueAndWinkingEye smilingFaceWithSunglasses confusedFace flushedFace thinkingFace".split(" "),
  ..."angry smilingFaceWithHorns faceWithThermometer facepalm poo flexedBiceps clappingHands raisedHand".split(" "),
  ..."smilingFaceWithHeartEyes smilingFaceWithHearts pleadingFace relievedFace foldedHands okHand".split(" "),
  ..."signHorns loveYouGesture clownFace partyingFace questionMark exclamationMark lightBulb bomb".split(" "),
  ..."sleepingSymbol crossMark whiteHeavyCheckMark eyes handshake hundredPoints".split(" "),
];

export function isReaction(code: string): boolean {
  return REACTION_CODES.includes(code);
}

export function hasReacted(message: Message, personId: number, code: string): boolean {
  return isReaction(code) && (message.reactions[code] ?? []).includes(personId);
}

/**
 * Adds a person's reaction to a message or takes it away; the bot that wrote the message learns of it.
 *
 * @returns False when nothing changed.
 */
export function react(portal: Portal, message: Message, personId: number, code: string, isOn: boolean): boolean {
  if (hasReacted(message, personId, code) === isOn) return false;
  const others = (message.reactions[code] ?? []).filter((id) => id !== personId);
  message.reactions[code] = isOn ? [...others, personId] : others;
  portal.live.publish({ type: "message.updated", message });
  const chat = chatById(portal.state, message.chatId);
  const change = { chat, message, actorId: personId, reaction: code, action: isOn ? "add" : "delete" } as const;
  notifyBotOfReaction(portal, change);
  notifySubscribers(portal, { kind: "reaction", ...change });
  return true;
}
