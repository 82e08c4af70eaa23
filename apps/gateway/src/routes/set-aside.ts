import { createHash } from "node:crypto";

import type { EventEnvelope } from "@botdeck/b24-client";
import { type KeyedEvent, messageOf } from "@botdeck/core";

/**
 * What a proven portal posted and this release cannot read. It never comes again, so it goes into the inbox as it came; the
 * runtime tries it once more, and makes it a dead letter.
 */
export function setAside(envelope: EventEnvelope, portalId: string, problem: unknown, arrivedAt: Date): KeyedEvent {
  const { event, sentAt, data } = envelope;
  const parts = [portalId, event, sentAt?.getTime() ?? null, data];
  return {
    dedupeKey: createHash("sha256")
      .update(`set aside:${JSON.stringify(parts)}`)
      .digest("hex"),
    event: {
      kind: "event.unreadable",
      portalId,
      botId: null,
      event,
      data,
      problem: messageOf(problem),
      occurredAt: (sentAt ?? arrivedAt).toISOString(),
    },
  };
}
