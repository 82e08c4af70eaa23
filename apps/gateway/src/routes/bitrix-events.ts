import { type EventEnvelope, readEnvelope } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";

import type { KnownPortal } from "../directory/known-senders.ts";
import type { SenderDirectory } from "../directory/sender-directory.ts";
import { EventRefused } from "../intake/event-refused.ts";
import type { AuthorTokens } from "../intake/author-tokens.ts";
import type { Intake } from "../intake/post.ts";
import { readBody } from "./read-body.ts";
import { type Arrival, readPostedEvents } from "./read-posted-events.ts";
import { setAside } from "./set-aside.ts";

type Options = { directory: SenderDirectory; intake: Intake; authorTokens: AuthorTokens; now: () => Date };

/**
 * A post that says it was sent longer ago is a replay, in milliseconds. A portal's queue is minutes behind at most. The
 * keys by which a second delivery is recognised are kept for far longer, so between the two no captured post gets in.
 */
export const OLDEST_POST_MS = 7 * 24 * 3_600_000;

/** Takes what portals post: proves the sender from memory, keeps the events, and only then answers 200. */
export const bitrixEvents: FastifyPluginAsync<Options> = async (app, { directory, intake, authorTokens, now }) => {
  app.post("/bitrix/events", async (request) => {
    const { map, bytes } = readBody(request);
    const envelope = readEnvelope(map);
    const portal = await directory.prove(envelope.memberId, envelope.applicationToken);
    if (portal === null) {
      throw new AppError("unauthorized", "The event does not prove that it comes from a connected portal");
    }
    const arrivedAt = now();
    refuseReplay(envelope, portal, { arrivedAt, log: request.log });

    const events = await readPostedEvents(envelope, portal, directory, { arrivedAt, log: request.log });
    if (events.length === 0) return { accepted: true };
    const token = authorTokens.take(map, portal, events, arrivedAt);
    try {
      const { kept } = await intake.keep({ events, source: "webhook", token, bytes });
      if (token !== null) authorTokens.kept(token);
      request.log.debug({ portalId: portal.id, event: envelope.event, kept }, "event kept");
    } catch (error) {
      if (!(error instanceof EventRefused)) throw error;
      request.log.error(
        { err: error, portalId: portal.id, event: envelope.event },
        "event is set aside as a dead letter",
      );
      await intake.keep({ events: [setAside(envelope, portal.id, error, arrivedAt)], source: "webhook", bytes });
    }
    return { accepted: true };
  });
};

function refuseReplay({ sentAt, event }: EventEnvelope, portal: KnownPortal, { arrivedAt, log }: Arrival): void {
  if (sentAt === null || arrivedAt.getTime() - sentAt.getTime() <= OLDEST_POST_MS) return;
  // Whoever sent it knows the token: it may be the portal itself, with a wrong clock, and then this is a loss.
  log.warn({ portalId: portal.id, event, sentAt }, "a connected portal's post is refused for its age");
  throw new AppError(
    "invalid",
    `The event was sent at ${sentAt.toISOString()}, more than seven days ago: it is a replay`,
  );
}
