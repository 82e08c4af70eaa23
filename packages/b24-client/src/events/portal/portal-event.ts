/** What happened to a record. Events carry ids only: fetch the record, which may have changed again or be gone. */
export type Change = "added" | "updated" | "deleted";

export type CrmRecord = "lead" | "deal" | "contact" | "company" | "activity" | "timeline_comment" | "item";

/** One thing that happened on a portal and is no bot's own event. */
export type PortalEvent =
  /** `entityTypeId` tells which smart process an `item` belongs to; null for all else. */
  | { kind: "crm.changed"; record: CrmRecord; change: Change; id: string; entityTypeId: string | null }
  | { kind: "deal.moved_to_category"; id: string; categoryId: string; stageId: string }
  | { kind: "task.changed"; change: Change; id: string }
  /** In the new task card a comment is a message of the task's chat, in the old one a record of its own. */
  | { kind: "task.commented"; taskId: string; commentId: string | null; messageId: string | null }
  | { kind: "calendar.changed"; change: Change; id: string }
  | { kind: "sale.saved"; record: "order" | "payment"; id: string; xmlId: string | null }
  /** A person pressed a number to call: the telephony app of an external line dials. */
  | { kind: "call.started"; phone: string; callId: string; lineNumber: string | null; crm: CrmLink | null }
  /** A client asked in a form to be called back. */
  | { kind: "call.requested"; phone: string; text: string; lineNumber: string | null; crm: CrmLink | null }
  | { kind: "user.added"; id: string }
  /** Events wait for `event.offline.get`. */
  | { kind: "offline.waiting" }
  | { kind: "app.payment_changed"; status: string; isExpired: boolean; daysLeft: number | null }
  | { kind: "app.method_confirmed"; method: string; isConfirmed: boolean }
  | { kind: "app.tested"; query: Readonly<Record<string, unknown>> }
  /** An operator or a bot wrote to a client of the app's own connector: post it outside, then report the delivery. */
  | { kind: "connector.message"; change: Change; connector: string; lineId: string; messages: ConnectorMessage[] }
  | { kind: "connector.dialog"; change: "started" | "finished"; connector: string; lineId: string }
  | { kind: "connector.disconnected"; connector: string | null; lineId: string }
  /** Open Lines of the app's own connector only; other channels are seen by a bot alone. */
  | { kind: "open_line.message"; change: Change; messages: OpenLineMessage[] }
  | { kind: "open_line.session"; change: "started" | "finished"; sessions: OpenLineSession[] };

export type CrmLink = { entityType: string; entityId: string };
export type ConnectorMessage = {
  chatId: string;
  messageId: string;
  /** The chat's id in the outside channel. */
  outsideChatId: string;
  /** BB codes, the operator's name in front. */
  text: string;
};
export type OpenLineMessage = { chatId: string; messageId: string; text: string; authorId: string; lineId: string };
export type OpenLineSession = { sessionId: string; chatId: string; clientId: string; lineId: string };

export type PortalEventKind = PortalEvent["kind"];

/** A portal event with what surrounds it. */
export type ParsedPortalEvent = {
  event: PortalEvent;
  /** The portal's time of sending, or ours of its arrival. */
  occurredAt: string;
  /** Portal user whose action caused it; null when a robot, a process or the portal itself did. */
  userId: string | null;
};
