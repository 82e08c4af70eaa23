import {
  type EventEnvelope,
  parsePortalEvent,
  parseWebhookEvent,
  toKeyedBotEvent,
  toKeyedPortalChange,
} from "@botdeck/b24-client";
import { AppError, type ErrorCode, type KeyedEvent } from "@botdeck/core";
import type { FastifyBaseLogger } from "fastify";

import type { KnownPortal } from "../directory/known-senders.ts";
import type { SenderDirectory } from "../directory/sender-directory.ts";
import { setAside } from "./set-aside.ts";

/** It cannot be read; or its bot is not known here, and the database cannot be asked: the runtime will know. */
const SET_ASIDE: ReadonlySet<ErrorCode> = new Set(["invalid", "unreachable", "rate_limited"]);

export type Arrival = { arrivedAt: Date; log: FastifyBaseLogger };

/**
 * The events of a proven portal's post, for the inbox: those of our bots, or a change on the portal. What cannot be read
 * is set aside rather than refused; what concerns nobody here gives none.
 */
export async function readPostedEvents(
  envelope: EventEnvelope,
  portal: KnownPortal,
  directory: SenderDirectory,
  { arrivedAt, log }: Arrival,
): Promise<readonly KeyedEvent[]> {
  const facts = { portalId: portal.id, event: envelope.event };
  try {
    const posted = parseWebhookEvent(envelope, arrivedAt);
    if (posted.ok) {
      const keyed: KeyedEvent[] = [];
      for (const each of posted.events) {
        const botId = portal.bots.get(each.bitrixBotId) ?? (await directory.findBot(portal, each.bitrixBotId));
        if (botId === null)
          log.info({ ...facts, bitrixBotId: each.bitrixBotId }, "event is for a bot that is not ours");
        else keyed.push(toKeyedBotEvent(each, { portalId: portal.id, botId }));
      }
      return keyed;
    }
    const change = parsePortalEvent(envelope, arrivedAt);
    const keyed = change === null ? null : toKeyedPortalChange(change, portal.id);
    if (keyed !== null) return [keyed];
    log.debug(facts, "event is of no concern here");
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || !SET_ASIDE.has(error.code)) throw error;
    log.error({ ...facts, err: error }, "event of a connected portal cannot be read and is set aside");
    return [setAside(envelope, portal.id, error, arrivedAt)];
  }
}
