import type { Logger } from "@botdeck/telemetry";

export type PortalLanes = {
  /**
   * Begins work about a portal, unless some about it is under way here, or all places are taken. Nobody waits for it: what is wanted
   * stays where it was found until it is done, and the next look finds it again.
   *
   * @returns Whether it is begun.
   */
  begin(portalId: string, work: () => Promise<void>): boolean;
  /** Until there is a place. */
  free(): Promise<void>;
  /** Until nothing is under way. */
  settled(): Promise<void>;
};

/**
 * Places for work about portals, side by side: a portal that is slow or dead holds up nothing but what is wanted about itself, of
 * which one thing is done at a time.
 *
 * @param options.places How many portals have one at once.
 */
export function createPortalLanes({ places, logger }: { places: number; logger: Logger }): PortalLanes {
  const underWay = new Map<string, Promise<void>>();

  return {
    begin(portalId, work) {
      if (underWay.has(portalId) || underWay.size >= places) return false;
      const running = work()
        .catch((error: unknown) => logger.warn({ err: error, portalId }, "work about a portal failed"))
        .finally(() => underWay.delete(portalId));
      underWay.set(portalId, running);
      return true;
    },
    async free() {
      while (underWay.size >= places) await Promise.race(underWay.values());
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
