import { hash } from "node:crypto";

import type { BotEvent, KeyedBotEvent } from "@botdeck/core";

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** A bot event that does not yet know our ids of the portal and the bot. */
export type BotEventDraft = DistributiveOmit<Exclude<BotEvent, { kind: "workflow.ended" }>, "portalId" | "botId">;

export type ReadEvent = {
  draft: BotEventDraft;
  /** What makes this event itself: the portal's own ids, and a time only where no id exists. */
  identity: readonly string[];
};

/** One thing that happened to one bot, read from any wire. */
export type ParsedBotEvent = ReadEvent & {
  /** The portal's id of the bot: look up ours by it. */
  bitrixBotId: string;
};

export type ParsedEvents =
  | { ok: true; events: ParsedBotEvent[] }
  /** An event of no concern to bots; `event` is its name. */
  | { ok: false; reason: "ignored"; event: string };

/** Our own ids of the portal and the bot that an event belongs to. */
export type EventOwner = { portalId: string; botId: string };

/**
 * Completes a parsed event with our ids and the key under which a second delivery is recognised. The key is the same
 * whether the event came by webhook or by `imbot.v2.Event.get`, so both modes can follow each other.
 */
export function toKeyedBotEvent(parsed: ParsedBotEvent, { portalId, botId }: EventOwner): KeyedBotEvent {
  const parts = [portalId, parsed.bitrixBotId, parsed.draft.kind, ...parsed.identity];
  const dedupeKey = hash("sha256", JSON.stringify(parts));
  return { dedupeKey, event: { ...parsed.draft, portalId, botId } };
}
