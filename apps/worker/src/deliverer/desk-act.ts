import { AppError, type Effect } from "@botdeck/core";
import type { Conversation, OutboxEffect } from "@botdeck/db";

type Hands = Pick<Conversation, "owner" | "ownerVersion">;

/** True for what somebody did at the console, by its own account. */
export const isOfDesk = (body: Effect): boolean => "led" in body && body.led !== undefined;

/**
 * True when what somebody wrote or did at the console would come too late: the conversation is in other hands by now. What they
 * wrote may still leave once they have it again, and right after the conversation left their hands for no other person's, as
 * when one answers and closes.
 */
export function isOutdated(body: Effect, { owner, ownerVersion }: Hands): boolean {
  if (!("led" in body) || body.led === undefined) return false;
  if (ownerVersion === body.led.version) return false;
  if (body.kind === "chat.finish" || body.kind === "chat.transfer") return true;
  const isTheirs = owner === body.led.owner || (body.kind === "chat.say_as" && owner === `operator:${body.byId}`);
  if (isTheirs) return false;
  // The bot comes next where they gave it back: it speaks after them, in the same lane.
  const isLeft = owner === "closed" || owner.startsWith("queue:") || (owner === "bot" && body.kind === "chat.send");
  return !isLeft || ownerVersion !== body.led.version + 1;
}

/** True when the portal says that the bot, which was to carry a person's words, is not in the chat any more. */
export function isBotGone({ body, conversationId }: OutboxEffect, error: unknown): boolean {
  if (body.kind !== "chat.send" || body.byDesk !== true || conversationId === null) return false;
  return error instanceof AppError && (error.code === "forbidden" || error.code === "not_found");
}
