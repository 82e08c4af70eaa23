import type { Lane } from "@botdeck/core";

import type { PortalAnswer } from "../classify.ts";
import type { OperatingLimits } from "../operating-limits.ts";
import { PATIENT_LANES } from "../patient-lanes.ts";
import type { RateBudget, Reservation } from "../rate-budget.ts";
import type { Token } from "../token-store.ts";
import type { MethodPace } from "./method-pace.ts";
import { planGroups } from "./plan-groups.ts";
import { cancelledWaiting, notSent, outOfTime, refusedForRate, refusedForWork } from "./refusals.ts";
import { createSleep } from "./sleep.ts";
import { type NewCall, openCall, TRIP_MS, type WaitingCall } from "./waiting-call.ts";

/** More calls of one lane are refused: whoever makes them faster than a portal takes them must slow down. */
const MAX_WAITING = 5_000;
/** Places are asked for in blocks, for each time costs a trip to the shared budget. */
const BLOCK = 16;
/** The budget is asked anew when it has not said anything for this long, in milliseconds. */
const ASKING_MS = 5_000;
/** A place that was taken ahead is used within this, in milliseconds: it stands for that moment. */
const AHEAD_MS = 1_000;
/** Keeps the processes that wait for the same drop of the bucket apart. */
const JITTER_MS = 40;

export type LaneQueueOptions = {
  lane: Lane;
  budget: RateBudget;
  limits: OperatingLimits;
  pace: MethodPace;
  /** What a batch may take on the portal, in milliseconds. */
  batchBudgetMs: number;
  now: () => number;
  /** Sends one request for these calls and settles them; it never throws. */
  dispatch: (group: readonly WaitingCall[], fresh: Token | null) => void;
};

export type LaneQueue = {
  /** @throws B24Error `rate_limited` and `not_applied` when its turn would come too late. */
  call(call: NewCall): Promise<PortalAnswer>;
  /** Takes a place for a call that will be made in a moment, so that it need not wait for the budget's word. */
  askAhead(): void;
  /** Puts calls that the portal refused unseen, and that still wait, before all others, to leave with a new token. */
  putBack(group: readonly WaitingCall[], fresh: Token | null): void;
};

/** The calls of one lane that wait for the portal's budget, and the pump that lets them go. */
export function createLaneQueue(options: LaneQueueOptions): LaneQueue {
  const { lane, budget, limits, now } = options;
  const waiting: WaitingCall[] = [];
  const returned: { group: readonly WaitingCall[]; fresh: Token | null }[] = [];
  const sleep = createSleep();
  let isRunning = false;
  /** When there may be room again; null while nobody waits for room. */
  let roomAtMs: number | null = null;
  let stopAsking = () => {};
  let ahead: { reservation: Promise<Reservation>; askedAtMs: number } | null = null;

  return {
    askAhead() {
      // Whoever waits asks for a block.
      if (isRunning || isFresh(ahead)) return;
      const asked = { reservation: budget.reserve({ lane, count: 1 }), askedAtMs: now() };
      ahead = asked;
      // A no is true for its moment only, and so is a trouble.
      const forget = () => void (ahead === asked && (ahead = null));
      asked.reservation.then(({ granted }) => granted === 0 && forget(), forget);
    },
    call(call) {
      const waitMs = roomAtMs === null ? 0 : Math.max(0, roomAtMs - now());
      if (waiting.length >= MAX_WAITING || waitMs > call.maxWaitMs) {
        return Promise.reject(refusedForRate(call.method, Math.max(Math.ceil(waitMs), 1)));
      }
      if (call.signal?.aborted === true) return Promise.reject(cancelledWaiting(call.method));
      const { call: opened, promise } = openCall(call, { hasWaited: roomAtMs !== null, now, onUnsent: remove });
      waiting.push(opened);
      // It may sleep only because the methods of all others are closed.
      if (roomAtMs === null) sleep.wake();
      start();
      return promise;
    },
    putBack(group, fresh) {
      const patient = group.filter(({ phase }) => phase === "waiting");
      if (patient.length === 0) return;
      returned.push({ group: patient, fresh });
      start();
    },
  };

  function start(): void {
    if (isRunning) return;
    isRunning = true;
    void pump();
  }

  async function pump(): Promise<void> {
    while (!isEmpty()) {
      const wanted = returned.length + plan(BLOCK).length;
      try {
        if (wanted === 0) await waitForOpening();
        else await waitForRoom(await takeTurn(Math.min(wanted, BLOCK)));
      } catch (error) {
        refuseAll(error);
      }
    }
    isRunning = false;
  }

  /** @returns How long to wait for room, in milliseconds; 0 when there was some. */
  async function takeTurn(count: number): Promise<number> {
    const reservation = await reserve(count);
    if (reservation === null) return 0;
    const { granted, retryAfterMs, pauses } = reservation;
    limits.learn(pauses);
    refuseLate();
    let left = granted;
    for (; left > 0; left--) {
      const back = returned.shift();
      if (back === undefined) break;
      options.dispatch(back.group, back.fresh);
    }
    for (const group of plan(left)) {
      for (const call of group) waiting.splice(waiting.indexOf(call), 1);
      options.dispatch(group, null);
    }
    return granted === 0 ? Math.max(retryAfterMs, 1) : 0;
  }

  /** @returns Null when the budget said nothing, or when nobody waits for its word any more. */
  async function reserve(count: number): Promise<Reservation | null> {
    const { promise, resolve } = Promise.withResolvers<null>();
    stopAsking = () => resolve(null);
    const timer = setTimeout(stopAsking, ASKING_MS);
    try {
      return await Promise.race([takeAhead() ?? budget.reserve({ lane, count }), promise]);
    } finally {
      clearTimeout(timer);
      stopAsking = () => {};
    }
  }

  function takeAhead(): Promise<Reservation> | null {
    const taken = isFresh(ahead) ? ahead.reservation : null;
    ahead = null;
    return taken;
  }

  function isFresh(asked: typeof ahead): asked is NonNullable<typeof ahead> {
    return asked !== null && now() - asked.askedAtMs < AHEAD_MS;
  }

  function plan(maxGroups: number): WaitingCall[][] {
    if (maxGroups === 0) return [];
    const open = waiting.filter((call) => limits.heldMs(call.method, lane) === 0);
    const { pace, batchBudgetMs: budgetMs } = options;
    return planGroups(open, { isPatient: PATIENT_LANES.has(lane), pace, budgetMs, maxGroups });
  }

  /** The methods of all calls that wait here are closed. */
  async function waitForOpening(): Promise<void> {
    refuseImpatient(0);
    const heldMs = waiting.map((call) => limits.heldMs(call.method, lane));
    if (heldMs.length > 0) await sleep.start(Math.min(...heldMs));
  }

  async function waitForRoom(pauseMs: number): Promise<void> {
    if (pauseMs === 0) return;
    for (const call of waiting) call.hasWaited = true;
    refuseImpatient(pauseMs);
    if (isEmpty()) return;
    roomAtMs = now() + pauseMs;
    await sleep.start(pauseMs + Math.random() * JITTER_MS);
    roomAtMs = null;
  }

  function refuseImpatient(pauseMs: number): void {
    for (const call of waiting.slice()) {
      const heldMs = Math.ceil(limits.heldMs(call.method, lane));
      if (now() + Math.max(heldMs, pauseMs) <= call.deadlineMs) continue;
      call.reject(heldMs > pauseMs ? refusedForWork(call.method, heldMs) : refusedForRate(call.method, pauseMs));
    }
    for (const call of returned.flatMap(({ group }) => group)) {
      if (now() + pauseMs > call.deadlineMs) call.reject(refusedForRate(call.method, pauseMs));
    }
  }

  /** Their own timers would say so, had they had their turn. */
  function refuseLate(): void {
    for (const call of everybody()) {
      if (now() > call.deadlineMs + TRIP_MS) call.reject(outOfTime(call.method, call.maxWaitMs + TRIP_MS));
    }
  }

  function isEmpty(): boolean {
    return waiting.length === 0 && returned.length === 0;
  }

  function everybody(): WaitingCall[] {
    return [...returned.flatMap(({ group }) => group), ...waiting];
  }

  /** It ended unsent: nothing here may let it go any more. */
  function remove(call: WaitingCall): void {
    const place = waiting.indexOf(call);
    if (place >= 0) waiting.splice(place, 1);
    const index = returned.findIndex(({ group }) => group.includes(call));
    const back = returned[index];
    if (back !== undefined) {
      const group = back.group.filter((other) => other !== call);
      returned.splice(index, 1, ...(group.length > 0 ? [{ group, fresh: back.fresh }] : []));
    }
    if (!isEmpty()) return;
    sleep.wake();
    stopAsking();
  }

  /** The budget itself cannot be asked, so nothing may leave. */
  function refuseAll(error: unknown): void {
    for (const call of everybody()) call.reject(notSent(call.method, error));
  }
}
