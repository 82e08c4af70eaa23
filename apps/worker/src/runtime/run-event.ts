import { AppError, messageOf, withDeadline } from "@botdeck/core";
import {
  type ClaimedEvent,
  type EffectToPut,
  EVENT_LEASE_MS,
  failEvent,
  giveBackBorn,
  isDatabaseAway,
  isLeavingRefused,
  type OutboxEffect,
  releaseEvents,
} from "@botdeck/db";
import { crashPoint } from "@botdeck/telemetry";

import { untilWritten } from "../until-written.ts";
import type { RuntimeDeps } from "./deps.ts";
import { type Handled, handleEvent } from "./handle-event.ts";
import { readAnew } from "./read-anew.ts";
import { retryInMs } from "./retry-policy.ts";

/** A handler that takes longer holds a dialog for nothing, in milliseconds. */
const HANDLER_TIMEOUT_MS = 7_000;
/** A run that began with less than this of its lease left might end after it: a turn is written or given up within 4 s (see main.ts). */
const LEASE_NEEDED_MS = HANDLER_TIMEOUT_MS + 4_000;

/** An event in this process's hands. */
export type EventInHand = {
  event: ClaimedEvent;
  /** The process's monotonic clock just before the event was claimed, in milliseconds: its lease is not older. */
  claimedAt: number;
};

/** What came of a run; `retryInMs` when it will run again. */
export type RunResult = { kind: "done" | "dead" | "lost" | "released" } | { kind: "retry"; retryInMs: number };

/**
 * Takes a claimed event through its bot. A crash at any point leaves it `running` until its lease ends.
 */
export async function runEvent({ event, claimedAt }: EventInHand, deps: RuntimeDeps): Promise<RunResult> {
  if (claimedAt + EVENT_LEASE_MS - performance.now() < LEASE_NEEDED_MS) return await release(event, claimedAt, deps);
  crashPoint("worker.before_handle");
  const born: EffectToPut[] = [];
  try {
    await deps.watchdog.watch(() => handle(event, deps, born));
    return { kind: "done" };
  } catch (error) {
    const facts = { err: error, eventId: event.id, kind: event.kind, attempt: event.attempts };
    if (isLeaseLost(error, event)) {
      deps.logger.info(facts, "event is another run's by now");
      return { kind: "lost" };
    }
    if (isDatabaseAway(error)) {
      deps.logger.warn(facts, "event is given back: the database went away while it was handled");
      // The turn may still be on its way in the database. It holds the event's row, so after this it is written or void.
      const released = await release(event, claimedAt, deps);
      await takeBack(born, claimedAt, deps);
      return released;
    }
    return await fail(event, error, claimedAt, deps);
  }
}

/** @param born Filled with what may be born leaving, before it is written. */
async function handle(event: ClaimedEvent, deps: RuntimeDeps, born: EffectToPut[]): Promise<void> {
  const withinTime = clockOf(HANDLER_TIMEOUT_MS);
  if (event.body.kind === "event.unreadable") {
    if (await withinTime(deps.db.transaction((tx) => readAnew(tx, event, deps.bots)))) deps.notices.runtime();
    return;
  }
  let leasedAt = performance.now();
  const departure = deps.depart();
  const beforeWrite = (effects: readonly EffectToPut[]) => {
    leasedAt = performance.now();
    born.splice(0, Infinity, ...effects.filter(({ mayLeave }) => mayLeave));
    departure?.expect(born);
  };
  let handled: Handled;
  try {
    handled = await handleEvent(event, deps, { bornLeaving: departure?.kinds ?? [], withinTime, beforeWrite });
  } catch (error) {
    departure?.stay();
    if (!isLeavingRefused(error)) throw error;
    // Somebody else's word of this dialog left in the same moment, so ours has to wait behind it.
    handled = await handleEvent(event, deps, { bornLeaving: [], withinTime, beforeWrite });
    return tell(handled, [], deps);
  }
  if (event.kind === "bot.removed") deps.bots.forget();
  crashPoint("worker.after_handle_commit");
  const leaving = handled.effects.flatMap((row) =>
    row.status === "sending" ? [{ row, leasedAt, hasNext: isFollowed(row, handled.effects) }] : [],
  );
  if (leaving.length > 0) departure?.leave(leaving);
  else departure?.stay();
  tell(handled, leaving, deps);
}

/**
 * Nobody heard whether it was written. If it was, what was born leaving has not left and nobody carries it: said now, it
 * leaves at once; found after its lease, it would be looked for on the portal for half a minute.
 */
async function takeBack(
  born: readonly EffectToPut[],
  claimedAt: number,
  { db, wakeDeliverer }: RuntimeDeps,
): Promise<void> {
  if (born.length === 0) return;
  const ids = born.map(({ id }) => id);
  let given = 0;
  // What cannot be said is left to the lease.
  const giveBack = async () => (given = await giveBackBorn(db, ids)) > 0;
  await untilWritten(giveBack, leaseLeftMs(claimedAt)).catch(() => {});
  if (given > 0) wakeDeliverer();
}

const isFollowed = (first: OutboxEffect, effects: readonly OutboxEffect[]) =>
  effects.some((other) => other !== first && other.lane === first.lane);

function tell(handled: Handled, leaving: readonly unknown[], { wakeDeliverer, notices }: RuntimeDeps): void {
  if (handled.effects.length > leaving.length) wakeDeliverer();
  if (handled.conversationId !== null) notices.conversation(handled.conversationId);
  if (handled.effects.some(({ kind }) => kind === "workflow.start")) notices.workflows();
}

async function fail(event: ClaimedEvent, error: unknown, claimedAt: number, deps: RuntimeDeps): Promise<RunResult> {
  const { db, logger, notices } = deps;
  const wait = isHopeless(error) ? null : retryInMs(event.failures, Math.random());
  const written = await untilWritten(
    () => failEvent(db, event, { error: messageOf(error), retryInMs: wait }),
    leaseLeftMs(claimedAt),
  );
  const facts = { err: error, eventId: event.id, kind: event.kind, attempt: event.attempts };
  if (!written) {
    logger.info(facts, "event failed, and is another run's by now");
    return { kind: "lost" };
  }
  if (wait === null) {
    logger.error(facts, "event is a dead letter: it failed every time");
    notices.letters();
    return { kind: "dead" };
  }
  logger.warn({ ...facts, retryInMs: wait }, "event failed and will run again");
  return { kind: "retry", retryInMs: wait };
}

/** True for the refusal of `holdEvent` and `writeTurn`; a conflict in a handler is the event's own failure. */
const isLeaseLost = (error: unknown, { id }: ClaimedEvent) =>
  error instanceof AppError && error.code === "conflict" && error.context["eventId"] === id;

/** What cannot be read now cannot be read in some seconds either. */
const isHopeless = (error: unknown) => error instanceof AppError && error.code === "unsupported";

async function release(event: ClaimedEvent, claimedAt: number, { db }: RuntimeDeps): Promise<RunResult> {
  await untilWritten(() => releaseEvents(db, [event]), leaseLeftMs(claimedAt));
  return { kind: "released" };
}

const leaseLeftMs = (claimedAt: number) => Math.max(0, claimedAt + EVENT_LEASE_MS - performance.now());

/** Each event has its handler's time as a whole, however often its bot is asked. */
function clockOf(ms: number): <Result>(work: Promise<Result>) => Promise<Result> {
  const until = performance.now() + ms;
  const tooLong = () => new AppError("invariant", `The bot did not decide within ${ms} ms`);
  return (work) => withDeadline(work, Math.max(0, until - performance.now()), tooLong);
}
