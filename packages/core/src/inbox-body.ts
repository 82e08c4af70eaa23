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

/** What a person of a portal is, as far as rules want to know. */
export type RecordPerson = {
  name: string;
  headIds: readonly string[];
  departmentIds: readonly string[];
  /** Told where nothing else says who is. */
  isByDefault?: true;
};

/** Where something came from that another system posted and rules look at, such as a payment. */
export type PostedBy = { source: "payment" | "one_c" | "generic"; hookId: string };

/**
 * A record of a portal whose change a rule wants to know of, read after it changed, or found by a look at all of them; or what
 * another system posted, as far as its hook says what is what.
 */
export type RecordChange = {
  kind: "record.changed";
  portalId: string;
  /** The bot that notifies. */
  botId: string;
  /** Type and id of the record, such as `deal:17`. */
  subject: string;
  /** `overdue` and `stale` are found, not told by the portal. */
  change: "added" | "updated" | "deleted" | "commented" | "overdue" | "stale";
  /** As it is now, see the crm package's records; null when it is gone. */
  record: Readonly<Record<string, unknown>> | null;
  /** What it was before: by the portal's own history where that tells it, else as it was seen last; null when neither knows. */
  history: Readonly<Record<string, unknown>> | null;
  /** People who have to do with it, by portal user id. */
  people: Readonly<Record<string, RecordPerson>>;
  /** Portal user whose action caused it; null when nobody's did, or nobody knows. */
  userId: string | null;
  /** Left out for records of the portal. */
  posted?: PostedBy;
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
export type InboxBody = BotEvent | PortalChange | RecordChange | HookPost | UnreadableEvent;

/** Something for the inbox, with the key under which a second delivery of it is recognised. */
export type KeyedEvent = { dedupeKey: string; event: InboxBody };

/** True for what happened to a bot in a dialog. */
export function isBotEvent(body: InboxBody): body is BotEvent {
  return "dialog" in body;
}
