import { sql } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { type Actor, noteActs } from "../audit.ts";
import { recountHoursOf } from "../intake/count-intake.ts";
import { lockLetters, type RefusedLetter, tellOfLetters } from "./change-letters.ts";
import { planReplay, type ReplayPlan } from "./plan-replay.ts";

/** Letters of one portal that are let go at once, and the pause until the next ones, in milliseconds: half of what its plan takes. */
export const REPLAYS_PER_PORTAL = 10;
export const REPLAY_PAUSE_MS = 10_000;

/** A letter as a dry run showed it. */
export type SeenLetter = {
  id: string;
  /** The dry run's own word for what it saw. */
  seen: string;
  /** That it may happen a second time was read and accepted. */
  acceptsTwice: boolean;
};

type AskedLetter = Omit<SeenLetter, "seen"> & {
  /** Null takes it as it is now. */
  seen: string | null;
};

type InTransaction = {
  letters: readonly AskedLetter[];
  actor: Actor;
  /** Facts that go into each act beside its own, such as the job that it belongs to. */
  detail?: Readonly<Record<string, unknown>>;
  /** What the act is called. */
  action?: string;
};

/** What was let go in a transaction, what has to wait for the next pause, and what stays. */
export type ReplayedLetters = { now: ReplayPlan[]; later: ReplayPlan[]; refused: RefusedLetter[] };

export type ReplayResult = {
  replayed: string[];
  refused: RefusedLetter[];
  /** Not touched yet, so that no portal is flooded: ask again with them. */
  remaining: SeenLetter[];
  /** When to ask again for what remains, in milliseconds; null when nothing does. */
  nextInMs: number | null;
};

/**
 * Lets dead letters run once more, under the keys they had, a few of each portal at a time and in their order: an event
 * makes no effect twice, an effect keeps its natural key. An event that fails again is a
 * dead letter again at once; an effect has its tries anew.
 *
 * A letter that is not any more what the dry run showed is refused and named; the others go.
 */
export async function replayLetters(
  db: DatabaseHandle["db"],
  { letters, actor }: { letters: readonly SeenLetter[]; actor: Actor },
): Promise<ReplayResult> {
  const result = await db.transaction((tx) => replayInTransaction(tx, { letters, actor }));
  await tellOfLetters(db, result.now);
  const remaining = letters.filter(({ id }) => result.later.some((plan) => plan.id === id));
  return {
    replayed: result.now.map(({ id }) => id),
    refused: result.refused,
    remaining,
    nextInMs: remaining.length === 0 ? null : REPLAY_PAUSE_MS,
  };
}

/** `replayLetters` as a part of a larger act: the caller tells of them after its commit, and keeps the pause. */
export async function replayInTransaction(
  tx: Transaction,
  { letters, actor, detail = {}, action = "deadLetter.replay" }: InTransaction,
): Promise<ReplayedLetters> {
  const asked = new Map(letters.map((letter) => [letter.id, letter]));
  await lockLetters(tx, [...asked.keys()]);
  const plans = await planReplay(tx, [...asked.keys()]);
  const refused = refusalsOf(asked, plans);
  const isRefused = new Set(refused.map(({ id }) => id));
  const { now, later } = inTurns(plans.filter(({ id }) => !isRefused.has(id)));
  await letRun(tx, now);
  await noteActs(
    tx,
    actor,
    now.map(({ id, what, kind, portalId, warnings }) => ({
      action,
      subjectId: id,
      detail: { what, kind, portalId, warnings, ...detail },
    })),
  );
  return { now, later, refused };
}

function refusalsOf(asked: ReadonlyMap<string, AskedLetter>, plans: readonly ReplayPlan[]): RefusedLetter[] {
  const found = new Set(plans.map(({ id }) => id));
  const missing = [...asked.keys()].filter((id) => !found.has(id));
  return [
    ...missing.map((id): RefusedLetter => ({
      id,
      code: "not_found",
      why: "missing",
      reason: "There is no such dead letter",
    })),
    ...plans.flatMap((plan): RefusedLetter[] => {
      const refusal = refusalOf(plan, asked.get(plan.id));
      return refusal === null ? [] : [{ id: plan.id, ...refusal }];
    }),
  ];
}

function refusalOf(plan: ReplayPlan, asked: AskedLetter | undefined): Omit<RefusedLetter, "id"> | null {
  if (asked === undefined || (asked.seen !== null && asked.seen !== plan.seen)) {
    return { code: "conflict", why: "changed", reason: "It has changed since the dry run: look at it again" };
  }
  const [obstacle] = plan.obstacles;
  if (obstacle !== undefined) {
    return { code: "invalid", why: obstacle, reason: `It cannot run again: ${plan.obstacles.join(", ")}` };
  }
  if (plan.warnings.includes("may_happen_twice") && !asked.acceptsTwice) {
    const reason = "It may happen a second time, which was not accepted";
    return { code: "invalid", why: "may_happen_twice", reason };
  }
  return null;
}

/** The first of each portal now, the rest later. */
function inTurns(plans: readonly ReplayPlan[]): { now: ReplayPlan[]; later: ReplayPlan[] } {
  const places = new Map<string, number>();
  const now: ReplayPlan[] = [];
  const later: ReplayPlan[] = [];
  for (const plan of plans) {
    const place = places.get(plan.portalId) ?? 0;
    places.set(plan.portalId, place + 1);
    (place < REPLAYS_PER_PORTAL ? now : later).push(plan);
  }
  return { now, later };
}

/** The attempts go on counting: they are the fencing token, and whoever was stopped long ago must not hold a new one. */
async function letRun(tx: Transaction, plans: readonly ReplayPlan[]): Promise<void> {
  const given = givenRows(plans, { id: ["uuid", ({ id }) => id] });
  const eventIds = plans.filter(({ what }) => what === "event").map(({ id }) => id);
  if (eventIds.length > 0) await recountHoursOf(tx, eventIds);
  await tx.execute(sql`
    update inbox_event set status = 'waiting', run_at = now(), settled_at = null, lease_until = null
    from ${given} where inbox_event.id = given.id and status = 'dead'`);
  await tx.execute(sql`
    update outbox_effect set status = 'ready', looks = 0, resends = 0, faults = 0, run_at = now(), settled_at = null,
           lease_until = null
    from ${given} where outbox_effect.id = given.id and status = 'dead'`);
}
