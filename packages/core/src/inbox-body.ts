import type { BotEvent } from "./bot-event.ts";

/** What happened on a portal beside its bots (CRM, tasks, calendar): ids only, as the portal told. */
export type PortalChange = {
  kind: "portal.changed";
  portalId: string;
  botId: null;
  /** Type and id of the record, such as `deal:17`: its changes stay in order. */
  subject: string;
  /** The client package's own description of the change. */
  change: { kind: string; [fact: string]: unknown };
  /** Portal user whose action caused it; null when nobody's did. */
  userId: string | null;
  occurredAt: string;
};

/** What another system posted to a bot's hook. */
export type HookPost = {
  kind: "hook.received";
  portalId: string;
  botId: string;
  hookId: string;
  /** What stays in order, such as Alertmanager's group key. */
  subject: string;
  payload: unknown;
  occurredAt: string;
};

/**
 * A proven portal's event that this release cannot read. It never comes again, so it is kept, becomes a dead letter, and
 * is read anew when a person has it run again.
 */
export type UnreadableEvent = {
  kind: "event.unreadable";
  portalId: string;
  /** The bot it was fetched for; null when it came by webhook. */
  botId: string | null;
  /** The portal's name of the event. */
  event: string;
  /** As it came, without any token. */
  data: unknown;
  /** What could not be read. */
  problem: string;
  occurredAt: string;
};

/** Everything that goes through the inbox. */
export type InboxBody = BotEvent | PortalChange | HookPost | UnreadableEvent;

/** Something for the inbox, with the key under which a second delivery of it is recognised. */
export type KeyedEvent = { dedupeKey: string; event: InboxBody };

/** True for what happened to a bot in a dialog. */
export function isBotEvent(body: InboxBody): body is BotEvent {
  return "dialog" in body;
}
