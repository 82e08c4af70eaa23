import {
  parseFetchedEvent,
  type ParsedBotEvent,
  parsePortalEvent,
  parseWebhookEvent,
  toKeyedBotEvent,
  toKeyedPortalChange,
  type EventEnvelope,
} from "@botdeck/b24-client";
import { AppError, type KeyedEvent, type UnreadableEvent } from "@botdeck/core";
import { type ClaimedEvent, holdEvent, keepEvents, type Transaction } from "@botdeck/db";

import type { RuntimeDeps } from "./deps.ts";

/**
 * Tries an event again that the gateway could not read: a later release may know its form. What it says is put into the
 * inbox, under the key it would have had, and it is done.
 *
 * @returns True when that brought something new.
 * @throws AppError `unsupported` when this release cannot read it either.
 */
export async function readAnew(tx: Transaction, event: ClaimedEvent, bots: RuntimeDeps["bots"]): Promise<boolean> {
  await holdEvent(tx, event);
  const body = event.body as UnreadableEvent; // safe: the caller looked at its kind
  const botIds = await bots.idsOn(tx, body.portalId);
  const kept = await keepEvents(tx, read(body, botIds), { source: body.botId === null ? "webhook" : "fetch" });
  return kept.length > 0;
}

function read(body: UnreadableEvent, botIds: ReadonlyMap<string, string>): KeyedEvent[] {
  try {
    return parse(body, botIds);
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") {
      throw new AppError("unsupported", `${body.event} cannot be read: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

function parse(body: UnreadableEvent, botIds: ReadonlyMap<string, string>): KeyedEvent[] {
  const { portalId, botId } = body;
  const at = new Date(body.occurredAt);
  if (botId !== null) {
    const fetched = parseFetchedEvent({ eventId: 0, type: body.event, date: body.occurredAt, data: body.data }, at);
    return fetched.ok ? fetched.events.map((event) => toKeyedBotEvent(event, { portalId, botId })) : refuse(body);
  }
  const envelope = envelopeOf(body, at);
  const change = parsePortalEvent(envelope, at);
  if (change !== null) {
    const keyed = toKeyedPortalChange(change, portalId);
    return keyed === null ? [] : [keyed];
  }
  const parsed = parseWebhookEvent(envelope, at);
  return parsed.ok ? parsed.events.flatMap((event) => ofOurBot(event, portalId, botIds)) : refuse(body);
}

function ofOurBot(event: ParsedBotEvent, portalId: string, botIds: ReadonlyMap<string, string>): KeyedEvent[] {
  const botId = botIds.get(event.bitrixBotId);
  return botId === undefined ? [] : [toKeyedBotEvent(event, { portalId, botId })];
}

function refuse({ event, problem }: UnreadableEvent): never {
  throw new AppError("unsupported", `${event} cannot be read: ${problem}`);
}

/** The proof of its sender was checked when it came, and is not kept. */
function envelopeOf({ event, data }: UnreadableEvent, sentAt: Date): EventEnvelope {
  return {
    event,
    sentAt,
    applicationToken: null,
    memberId: null,
    domain: null,
    userId: null,
    data: data as EventEnvelope["data"], // safe: the gateway kept it as its own reader had made it
  };
}
