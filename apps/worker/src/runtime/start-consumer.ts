import { claimEvents, type Database, giveBackEvents, type LaneRound, releaseEvents } from "@botdeck/db";

import { createLostClaims } from "../lost-claims.ts";
import { type Pump, startPump } from "../pump.ts";
import type { RuntimeDeps } from "./deps.ts";
import { type EventInHand, runEvent } from "./run-event.ts";
import { UNWANTED_KINDS } from "./unwanted-kinds.ts";

/** More than this in one claim makes none of them quicker. */
const MOST_AHEAD = 200;

type ConsumerDeps = RuntimeDeps & {
  /**
   * For claims: commits there do not wait for the disk. When a crash of Postgres undoes one, the event is claimed or passed
   * over once more, which harms nothing.
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
  /** Something that was ended on this way round has another behind it. */
  let isFollowed = false;
  /** Events in hand that saw a process die. */
  let suspects = 0;

  const pump = startPump<EventInHand>({
    name: "runtime",
    places: concurrency,
    mostAhead: MOST_AHEAD,
    logger,

    async claim(limit) {
      const claimedAt = performance.now();
      const atMost = Math.min(MOST_AHEAD, limit);
      const { events, ended, next } = await lost.around((claimId) =>
        claimEvents(claims, { claimId, limit: atMost, after, takesSuspect: suspects === 0, unwanted: UNWANTED_KINDS }),
      );
      after = next;
      isFollowed ||= ended.hasNext;
      const goesRoundAgain = next === null && isFollowed;
      if (next === null) isFollowed = false;
      suspects += events.filter(({ isSuspect }) => isSuspect).length;
      const work = events.map((event) => ({ event, claimedAt }));
      return { work, hasMore: next !== null || goesRoundAgain || events.length >= atMost };
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
  return pump;
}
