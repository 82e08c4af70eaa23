import type { Lane } from "@botdeck/core";

import { fieldsOf } from "./fields-of.ts";
import { PATIENT_LANES } from "./patient-lanes.ts";
import type { RateBudget } from "./rate-budget.ts";

/** The limit of the documentation's example, in seconds; the real one is the portal's secret until it refuses. Bitrix24 docs: limits */
const ASSUMED_LIMIT_S = 480;
/** Patient lanes stop here, so that the others still find the method open. */
const NEAR = 0.9;
/** The operating limit counts in windows of a minute. */
const UNKNOWN_PAUSE_MS = 60_000;

type Window = { operatingS: number; resetsAtMs: number };

export type OperatingLimits = ReturnType<typeof createOperatingLimits>;

/**
 * Knows for each method when it may be called: closed for all after the portal refused it for its working time, and for
 * patient lanes already when that is near. Bitrix24 docs: settings/performance/limits
 *
 * @param budget Tells the other processes of what was closed.
 */
export function createOperatingLimits(budget: RateBudget, now: () => number) {
  const windows = new Map<string, Window>();
  const limits = new Map<string, number>();
  const opensAt = new Map<string, number>();

  const leftMs = (atMs: number | undefined) => Math.max(0, (atMs ?? 0) - now());

  return {
    /** @param time The `time` block of an answer of this method. */
    note(method: string, time: unknown): void {
      const { operating, operating_reset_at: resetsAt, finish } = fieldsOf(time);
      if (typeof resetsAt !== "number") return;
      // By the portal's clock where it tells it, for ours may differ.
      const resetsInMs = typeof finish === "number" ? (resetsAt - finish) * 1000 : resetsAt * 1000 - now();
      windows.set(method, {
        operatingS: typeof operating === "number" ? operating : 0,
        resetsAtMs: now() + resetsInMs,
      });
    },

    /**
     * The portal refused the method for its working time.
     *
     * @returns Milliseconds until it opens.
     */
    async close(method: string): Promise<number> {
      const window = windows.get(method);
      if (window !== undefined && window.operatingS > 0) limits.set(method, window.operatingS);
      const pauseMs = leftMs(window?.resetsAtMs) || UNKNOWN_PAUSE_MS;
      opensAt.set(method, now() + pauseMs);
      await budget.pause(method, pauseMs);
      return pauseMs;
    },

    /** Takes over what other processes have closed. */
    learn(pauses: Readonly<Record<string, number>>): void {
      for (const [method, pauseMs] of Object.entries(pauses)) opensAt.set(method, now() + pauseMs);
    },

    /** Milliseconds for which a lane keeps from the method; 0 when it is open. */
    heldMs(method: string, lane: Lane): number {
      const closedMs = leftMs(opensAt.get(method));
      const window = windows.get(method);
      if (closedMs > 0 || window === undefined || !PATIENT_LANES.has(lane)) return closedMs;
      const isNear = window.operatingS > NEAR * (limits.get(method) ?? ASSUMED_LIMIT_S);
      return isNear ? leftMs(window.resetsAtMs) : 0;
    },
  };
}
