import type { BotEvent, Owner } from "@botdeck/core";

import { speakerOf } from "./speaker.ts";

/**
 * Who owns the conversation once this event has happened, before any bot decided anything. Every change of owner that an
 * event brings is decided here: an operator who writes takes it, the portal that puts the bot into the chat gives it back, a
 * client who returns to a closed one begins again with the bot. A hand-over is decided elsewhere, by a bot or a flow, and
 * reaches the table like these changes, through `saveConversation`.
 */
export function nextOwner(current: Owner, event: BotEvent): Owner {
  if (event.isPast === true) return current;
  const speaker = speakerOf(event);
  if (event.kind === "bot.joined") return "bot";
  if (event.kind === "message.added" && speaker === "operator") return `operator:${event.person.id}`;
  if (event.kind === "message.added" && speaker === "person" && current === "closed") return "bot";
  return current;
}
