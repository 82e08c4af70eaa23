import { parseWebhookEvent, readEnvelope, toKeyedBotEvent, verifyApplicationToken } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { type Database, keepEvents, type Portals, wakeRuntime } from "@botdeck/db";
import type { FastifyPluginAsync } from "fastify";

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

    const parsed = parseWebhookEvent(envelope, new Date());
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

/** The event is on disk by now, so a wake-up that fails must not look like a lost event: the runtime polls as well. */
async function wake(db: Database, log: { warn(facts: object, text: string): void }): Promise<void> {
  try {
    await wakeRuntime(db);
  } catch (error) {
    log.warn({ err: error }, "the runtime could not be woken");
  }
}
