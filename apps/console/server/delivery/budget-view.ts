import { drainUs, EFFECT_LANE, LANES, type Lane, REQUEST_LIMITS, roomOf } from "@botdeck/core";
import type { PortalQueue } from "@botdeck/db";

/** What effects are for, as the room shows it: the lanes of the portal's budget, and what goes to Temporal and needs none. */
export type WaitingLane = Exclude<Lane, "page"> | "workflow";

/** The most urgent first. Nothing that waits is of the lane `page`: those calls fill a screen that somebody looks at. */
const WAITING_LANES: readonly WaitingLane[] = [...LANES.filter((lane) => lane !== "page"), "workflow"];

type Waiting = {
  lane: WaitingLane;
  /** Ready, or being sent now. */
  count: number;
  /** In doubt. */
  doubts: number;
  /** When the oldest of them was decided. */
  oldestAt: string;
  /** Of them, those whose last try failed. */
  failed: number;
  /** For so long the portal's budget leaves no room for it, in milliseconds; 0 when it may leave. */
  heldMs: number;
};

/** The request budget of a portal as it is now. */
export type BudgetView = {
  /** Requests of the burst that are taken, at most `burst`. */
  used: number;
  burst: number;
  perSecond: number;
  /** Until nothing of it is taken any more, in milliseconds. */
  freeInMs: number;
  /** The portal itself said "too many requests", and all wait. */
  isHeldBack: boolean;
};

export function budgetView({ requestLimit, aheadMs }: Pick<PortalQueue, "requestLimit" | "aheadMs">): BudgetView {
  const limits = REQUEST_LIMITS[requestLimit];
  const drainMs = drainUs(limits) / 1000;
  const ahead = Math.max(0, aheadMs);
  return {
    used: Math.min(limits.burst, Math.ceil(ahead / drainMs)),
    burst: limits.burst,
    perSecond: limits.perSecond,
    freeInMs: Math.round(ahead),
    isHeldBack: ahead > limits.burst * drainMs,
  };
}

/** What waits in each lane, the most urgent lane first; lanes in which nothing does are left out. */
export function waitingView({ open, requestLimit, aheadMs }: PortalQueue): Waiting[] {
  return WAITING_LANES.flatMap((lane) => {
    const own = open.filter(({ kind }) => laneOf(kind) === lane);
    if (own.length === 0) return [];
    const countOf = (isDoubt: boolean) =>
      own.reduce((sum, { status, count }) => sum + ((status === "uncertain") === isDoubt ? count : 0), 0);
    const oldest = Math.min(...own.map(({ oldestAt }) => oldestAt.getTime()));
    const heldMs = lane === "workflow" ? 0 : heldMsOf(lane, requestLimit, aheadMs);
    const failed = own.reduce((sum, one) => sum + one.failed, 0);
    return {
      lane,
      count: countOf(false),
      doubts: countOf(true),
      oldestAt: new Date(oldest).toISOString(),
      failed,
      heldMs,
    };
  });
}

/** Of a kind that another version knows nothing is known. */
export const laneOf = (kind: keyof typeof EFFECT_LANE): WaitingLane => EFFECT_LANE[kind] ?? "workflow";

/** How long the budget keeps one request of a lane waiting, in milliseconds. */
export function heldMsOf(lane: Lane, requestLimit: PortalQueue["requestLimit"], aheadMs: number): number {
  const limits = REQUEST_LIMITS[requestLimit];
  return Math.max(0, Math.round(aheadMs - ((roomOf(limits, lane) - 1) * drainUs(limits)) / 1000));
}
