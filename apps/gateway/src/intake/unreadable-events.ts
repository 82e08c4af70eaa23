import { createHash } from "node:crypto";

import { type KeyedEvent, messageOf } from "@botdeck/core";

/** Stands for the portal of a record that does not even say whose it is. */
const NO_PORTAL = "00000000-0000-0000-0000-000000000000";

/** The same events in a form that the inbox cannot refuse: their text inside a text. Each becomes a dead letter. */
export function unreadableEvents(events: readonly KeyedEvent[], error: unknown): readonly KeyedEvent[] {
  return events.map(({ dedupeKey, event }) => ({
    dedupeKey: keyOf(dedupeKey),
    event: {
      kind: "event.unreadable",
      portalId: event.portalId,
      botId: event.botId,
      event: event.kind,
      data: { text: JSON.stringify(event) },
      problem: messageOf(error),
      occurredAt: event.occurredAt,
    },
  }));
}

/** A spooled record that this release cannot read, as a dead letter. */
export function unreadableRecord(record: Uint8Array, error: unknown, now = new Date()): readonly KeyedEvent[] {
  const text = Buffer.from(record).toString("base64");
  return [
    {
      dedupeKey: keyOf(text),
      event: {
        kind: "event.unreadable",
        portalId: NO_PORTAL,
        botId: null,
        event: "a record of the spool",
        data: { base64: text },
        problem: messageOf(error),
        occurredAt: now.toISOString(),
      },
    },
  ];
}

const keyOf = (text: string): string => createHash("sha256").update(`unreadable:${text}`).digest("hex");
