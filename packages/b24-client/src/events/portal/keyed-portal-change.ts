import { hash } from "node:crypto";

import type { KeyedEvent } from "@botdeck/core";

import { toSecond } from "../occurred-at.ts";
import type { ParsedPortalEvent, PortalEvent } from "./portal-event.ts";

/** What an event is about, and what tells it from other events about the same. */
type Identity = {
  /** Type and id of the record; its events stay in order. */
  subject: string;
  facts: readonly string[];
  /** It happens once in the life of its subject, so that no time has to tell it from others. */
  isOnce: boolean;
};

/**
 * A portal's event for the inbox, under the key by which a second delivery is recognised.
 *
 * What happens once in a record's life (it is added, a comment is written, a call begins) has a key without any time: the
 * webhook, the row of the offline queue and the row of a catch-up query are then the same event, whichever comes first. A
 * change and a deletion are known by their second as well. Each of those three tells a second of its own, so one change
 * may be taken in twice. That is harmless as long as whoever handles it reads the record and compares it with what they
 * know, which they have to do anyway: the event names the record and tells nothing else.
 *
 * @returns null for what concerns nobody here: the app's own life, connectors that we do not run, and word that offline
 * events wait.
 */
export function toKeyedPortalChange(parsed: ParsedPortalEvent, portalId: string): KeyedEvent | null {
  const identity = identify(parsed.event);
  if (identity === null) return null;
  const { subject, facts, isOnce } = identity;
  const { event: change, occurredAt, userId } = parsed;
  const parts = [portalId, change.kind, subject, ...facts, ...(isOnce ? [] : [toSecond(occurredAt)])];
  const dedupeKey = hash("sha256", JSON.stringify(parts));
  return { dedupeKey, event: { kind: "portal.changed", portalId, botId: null, subject, change, userId, occurredAt } };
}

function identify(event: PortalEvent): Identity | null {
  switch (event.kind) {
    case "crm.changed": {
      const type = event.record === "item" ? `item:${event.entityTypeId ?? "?"}` : event.record;
      return { subject: `${type}:${event.id}`, facts: [event.change], isOnce: event.change === "added" };
    }
    case "deal.moved_to_category":
      return { subject: `deal:${event.id}`, facts: [event.categoryId, event.stageId], isOnce: false };
    case "task.changed":
      return { subject: `task:${event.id}`, facts: [event.change], isOnce: event.change === "added" };
    case "task.commented": {
      const { commentId, messageId } = event;
      const isOnce = commentId !== null || messageId !== null;
      return { subject: `task:${event.taskId}`, facts: [commentId ?? "", messageId ?? ""], isOnce };
    }
    case "calendar.changed":
      return { subject: `calendar:${event.id}`, facts: [event.change], isOnce: event.change === "added" };
    case "sale.saved":
      return { subject: `${event.record}:${event.id}`, facts: [], isOnce: false };
    case "call.started":
      return { subject: `call:${event.callId}`, facts: [], isOnce: true };
    case "call.requested":
      return { subject: `call:${event.phone}`, facts: [event.text], isOnce: false };
    case "user.added":
      return { subject: `user:${event.id}`, facts: [], isOnce: true };
    case "offline.waiting":
    case "app.payment_changed":
    case "app.method_confirmed":
    case "app.tested":
    case "connector.message":
    case "connector.dialog":
    case "connector.disconnected":
    case "open_line.message":
    case "open_line.session":
      return null;
  }
}
