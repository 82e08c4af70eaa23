import { readInstant } from "./occurred-at.ts";
import type { ParsedEvents } from "./parsed-bot-event.ts";
import type { EventEnvelope } from "./read-envelope.ts";
import { toWireMap } from "./to-wire-map.ts";
import { readV1Event } from "./v1.ts";
import { readV2Event } from "./v2.ts";

/** An event as `imbot.v2.Event.get` lists it. */
export type FetchedEvent = { eventId: number; type: string; date: string | null; data: unknown };

/**
 * Reads a webhook event of either bot API. One post may concern several bots (v1 only).
 *
 * @param arrivedAt Our clock, for events that tell no time.
 * @returns `ignored` with the name for events that are no bot's concern; never a throw for a name.
 * @throws AppError `invalid` naming the path of a required field that is missing.
 */
export function parseWebhookEvent(envelope: EventEnvelope, arrivedAt: Date): ParsedEvents {
  const sentAt = (envelope.sentAt ?? arrivedAt).toISOString();
  const { event, data } = envelope;
  const v2 = readV2Event(event, data, sentAt);
  const events = v2 === null ? readV1Event(event, data, sentAt) : [v2];
  return events === null ? { ok: false, reason: "ignored", event } : { ok: true, events };
}

/**
 * Reads one event of `imbot.v2.Event.get` into the same form, and under the same key, as its webhook twin.
 *
 * @throws AppError `invalid` naming the path of a required field that is missing.
 */
export function parseFetchedEvent(fetched: FetchedEvent, arrivedAt: Date): ParsedEvents {
  const event = fetched.type.toUpperCase();
  const sentAt = readInstant(fetched.date) ?? arrivedAt.toISOString();
  const parsed = readV2Event(event, toWireMap(fetched.data), sentAt);
  return parsed === null ? { ok: false, reason: "ignored", event } : { ok: true, events: [parsed] };
}
