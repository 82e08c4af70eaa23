import type { EffectKind } from "@botdeck/core";
import {
  claimEffects,
  type EffectToPut,
  giveBackEffects,
  type LaneRound,
  type OutboxEffect,
  settleEffect,
} from "@botdeck/db";
import { crashPoint } from "@botdeck/telemetry";

import { createLostClaims } from "../lost-claims.ts";
import { startPump } from "../pump.ts";
import type { Departure } from "../runtime/deps.ts";
import type { Carriers } from "./carrier.ts";
import { deliver, type DelivererDeps, type EffectInHand } from "./deliver.ts";

/** More than this in one claim makes none of them quicker. */
const CLAIM_LIMIT = 100;

export type Deliverer = {
  wake(): void;
  /** A place for effects that are born leaving; null when all are taken. */
  depart(): Departure | null;
  stop(): Promise<void>;
};

type Deps = DelivererDeps & {
  /** Takes a place in a portal's budget for an effect that may leave in a moment. */
  askAhead: (effect: EffectToPut) => void;
  /** Effects under way side by side at most. */
  concurrency: number;
  /** A claim waits until there is a place for so many, for calls that leave in one request; 1 unless told. */
  together?: number;
};

/** The kinds this process can carry at the moment. */
export function carriedKinds(carriers: Carriers): EffectKind[] {
  return Object.keys(carriers) as EffectKind[]; // safe: Carriers has no other keys
}

/** Keeps claiming effects that may leave, and delivering them: in order within a lane, many lanes side by side, round the portals. */
export function startDeliverer(deps: Deps): Deliverer {
  const { db, carriers, concurrency, together = 1, askAhead, logger } = deps;
  const kinds = carriedKinds(carriers);
  const lost = createLostClaims((claimIds) => giveBackEffects(db, claimIds));
  let after: LaneRound | null = null;

  const pump = startPump<EffectInHand>({
    name: "deliverer",
    places: concurrency,
    leastRoom: together,
    logger,

    async claim(limit) {
      crashPoint("worker.before_sending");
      const leasedAt = performance.now();
      // On disk when it returns, unlike a claim of events: `sending` forgotten in a crash of Postgres would be sent again.
      const atMost = Math.min(limit, CLAIM_LIMIT);
      const { effects, next } = await lost.around((claimId) =>
        claimEffects(db, { claimId, kinds, limit: atMost, after }),
      );
      after = next;
      const work = effects.map(({ hasNext, ...row }) => ({ row, leasedAt, hasNext }));
      return { work, hasMore: next !== null || effects.length >= atMost };
    },

    async run(inHand) {
      const outcome = await deliver(inHand, deps);
      if (outcome?.kind === "retry") pump.wakeIn(outcome.inMs);
      if (outcome?.kind === "uncertain") pump.wakeIn(outcome.lookInMs);
      return inHand.hasNext;
    },

    /** Nothing of it has left. */
    async release(work) {
      const error = "The worker stopped before it was sent";
      await Promise.all(work.map(({ row }) => settleEffect(db, row, backAgain(row, error))));
    },
  });

  return {
    wake: pump.wake,
    stop: pump.stop,
    depart() {
      const place = pump.keepPlace();
      if (place === null) return null;
      return {
        kinds,
        expect: (effects) => effects.forEach(askAhead),
        leave: place.use,
        stay: place.leave,
      };
    },
  };
}

function backAgain({ status, lastError }: OutboxEffect, error: string) {
  return status === "uncertain"
    ? ({ kind: "uncertain", error: lastError ?? error, lookInMs: 0, hasLooked: false } as const)
    : ({ kind: "retry", error, inMs: 0 } as const);
}
