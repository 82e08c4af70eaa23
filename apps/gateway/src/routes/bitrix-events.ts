import {
  type EventEnvelope,
  parseWebhookEvent,
  type ParsedEvents,
  readEnvelope,
  toKeyedBotEvent,
  verifyApplicationToken,
} from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { type Database, keepEvents, type Portals, wakeRuntime } from "@botdeck/db";
import type { FastifyBaseLogger, FastifyPluginAsync } from "fastify";

import { readBody } from "./read-body.ts";

type Options = { db: Database; portals: Portals };

/** Takes the events of bots in webhook mode: proves the sender, keeps the event, and only then answers 200. */
export const bitrixEvents: FastifyPluginAsync<Options> = async (app, { db, portals }) => {
  app.post("/bitrix/events", async (request) => {
    const envelope = readEnvelope(readBody(request));
    const portal = envelope.memberId === null ? null : await portals.byMemberId(envelope.memberId);
    const expected = portal === null ? null : portals.applicationToken(portal);
    if (!verifyApplicationToken(envelope.applicationToken, expected) || portal === null) {
      throw new AppError("unauthorized", "The event does not prove that it comes from a connected portal");
    }

    const parsed = readEvent(envelope, request.log);
    if (!parsed.ok) {
      request.log.info({ portalId: portal.id, event: parsed.event }, "event is of no concern to bots");
      return { accepted: true };
    }
    const bots = await portals.botsByBitrixId(
      portal.id,
      parsed.events.map((each) => each.bitrixBotId),
    );
    const keyed = parsed.events.flatMap((each) => {
      const bot = bots.find((candidate) => candidate.bitrixBotId === each.bitrixBotId);
      return bot ? [toKeyedBotEvent(each, { portalId: portal.id, botId: bot.id })] : [];
    });
    const kept = await keepEvents(db, keyed);
    request.log.info({ portalId: portal.id, event: envelope.event, kept, given: parsed.events.length }, "event kept");
    if (kept > 0) await wake(db, request.log);
    return { accepted: true };
  });
};

/** What a connected portal sent and we cannot read never comes again, so it is an error of ours and not of a stranger. */
function readEvent(envelope: EventEnvelope, log: FastifyBaseLogger): ParsedEvents {
  try {
    return parseWebhookEvent(envelope, new Date());
  } catch (error) {
    log.error({ err: error, event: envelope.event }, "event of a connected portal cannot be read and is lost");
    throw error;
  }
}

/** The event is on disk by now, so a wake-up that fails must not look like a lost event: the runtime polls as well. */
async function wake(db: Database, log: FastifyBaseLogger): Promise<void> {
  try {
    await wakeRuntime(db);
  } catch (error) {
    log.warn({ err: error }, "the runtime could not be woken");
  }
}
