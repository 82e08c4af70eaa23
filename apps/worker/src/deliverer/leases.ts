import { LEASE_MS } from "@botdeck/db";

/** A call is cut so long before the lease ends, in milliseconds: how it ended has to be written down in time. */
const CUT_MS = 2_000;
/** A call that has less than this before it is cut is not begun. */
const NEEDED_MS = 5_000;

/** The time that one delivery has, by this process's monotonic clock. */
export type Lease = {
  /** Aborted when all calls of the delivery have to be over. */
  signal: AbortSignal;
  hasTime(): boolean;
  /** The delivery is over. */
  end(): void;
};

export type Leases = {
  /** @param leasedAt The monotonic clock before the lease was given, so that it never seems longer than it is. */
  open(leasedAt: number): Lease;
  /**
   * Cuts what is past its time now. A timer alone is late in a process that was stopped: what woke it is done first, and
   * that may be the very answer a call waits for before it leaves. So this is asked just before the first byte.
   */
  cutLate(): void;
};

/** All deliveries under way in this process. */
export function createLeases(now: () => number = () => performance.now()): Leases {
  const open = new Map<AbortController, number>();

  return {
    open(leasedAt) {
      const cutAt = leasedAt + LEASE_MS - CUT_MS;
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), Math.max(0, cutAt - now()));
      open.set(controller, cutAt);
      return {
        signal: controller.signal,
        hasTime: () => cutAt - now() >= NEEDED_MS,
        end() {
          clearTimeout(timer);
          open.delete(controller);
        },
      };
    },

    cutLate() {
      for (const [controller, cutAt] of open) if (now() >= cutAt) controller.abort();
    },
  };
}
