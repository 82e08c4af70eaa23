import {
  claimEvents,
  type ClaimedEvent,
  type Database,
  finishEvents,
  giveBackEvents,
  type LaneRound,
  releaseEvents,
} from "@botdeck/db";

import { createLostClaims } from "../lost-claims.ts";
import { type Pump, startPump } from "../pump.ts";
import type { RuntimeDeps } from "./deps.ts";
import { isWanted } from "./is-wanted.ts";
import { type EventInHand, runEvent } from "./run-event.ts";

/** More than this in one claim makes none of them quicker. */
const MOST_AHEAD = 200;

type ConsumerDeps = RuntimeDeps & {
  /**
   * For claims, and the end of what nobody wants: commits there do not wait for the disk. When a crash of Postgres undoes one, the
   * event is claimed or passed over once more, which harms nothing.
   */
  claims: Database;
  /** Events handled side by side at most. */
  concurrency: number;
};

/** Keeps claiming events and handling them: in order within a lane, many lanes side by side, round the portals. */
export function startConsumer(deps: ConsumerDeps): Pump<EventInHand> {
  const { claims, concurrency, logger } = deps;
  const lost = createLostClaims((claimIds) => giveBackEvents(claims, claimIds));
  let after: LaneRound | null = null;
  /** Events in hand that saw a process die. */
  let suspects = 0;
  let wantedShare = 1;
  let passing: Promise<void> = Promise.resolve();

  const pump = startPump<EventInHand>({
    name: "runtime",
    places: concurrency,
    mostAhead: MOST_AHEAD,
    logger,

    async claim(limit) {
      const claimedAt = performance.now();
      // What is passed over takes no place, so more is claimed where much of it is.
      const atMost = Math.min(MOST_AHEAD, Math.ceil(limit / wantedShare));
      const { events, next } = await lost.around((claimId) =>
        claimEvents(claims, { claimId, limit: atMost, after, takesSuspect: suspects === 0 }),
      );
      after = next;
      suspects += events.filter(({ isSuspect }) => isSuspect).length;
      const unwanted = events.filter(({ body }) => !isWanted(body));
      if (events.length > 0) wantedShare = Math.max(wantedShare / 2, 1 - unwanted.length / events.length, 0.01);
      // One batch at a time ends while the next one is claimed.
      await passing;
      passing = passOver(unwanted);
      const work = events.filter(({ body }) => isWanted(body)).map((event) => ({ event, claimedAt }));
      return { work, hasMore: next !== null || events.length >= atMost };
    },

    async run(inHand) {
      const { hasNext, isSuspect } = inHand.event;
      try {
        const result = await runEvent(inHand, deps);
        if (result.kind === "retry") pump.wakeIn(result.retryInMs);
        return hasNext || isSuspect || result.kind === "released";
      } finally {
        if (isSuspect) suspects -= 1;
      }
    },

    async release(work) {
      const events = work.map(({ event }) => event);
      suspects -= events.filter(({ isSuspect }) => isSuspect).length;
      await releaseEvents(claims, events);
    },
  });

  /** Its failure leaves the events to their leases. */
  async function passOver(events: readonly ClaimedEvent[]): Promise<void> {
    if (events.length === 0) return;
    try {
      await finishEvents(claims, events, "ignored");
      suspects -= events.filter(({ isSuspect }) => isSuspect).length;
      if (events.some(({ hasNext, isSuspect }) => hasNext || isSuspect)) pump.wake();
    } catch (error) {
      logger.warn(
        { err: error, events: events.length },
        "events that nobody wants are not ended: their leases have to",
      );
    }
  }

  return {
    ...pump,
    async stop() {
      await pump.stop();
      await passing;
    },
  };
}
