import type { Logger } from "@botdeck/telemetry";

/**
 * Work that goes on for longer leaves its place to others, in milliseconds: a call that nobody answers hangs until it has timed
 * out, and as many of them as there are places would hold up all other portals for so long.
 */
const HELD_MS = 500;

export type PortalLanes = {
  /**
   * Begins work about a portal, unless some about it is under way here, or all places are taken. Nobody waits for it: what is wanted
   * stays where it was found until it is done, and the next look finds it again.
   *
   * @returns Whether it is begun.
   */
  begin(portalId: string, work: () => Promise<void>): boolean;
  /** The same as soon as there is a place. */
  enter(portalId: string, work: () => Promise<void>): Promise<boolean>;
  /** Until there is a place. */
  free(): Promise<void>;
  /** What work is under way about, in a place or outside of one. */
  underWay(): string[];
  /** Until nothing is under way. */
  settled(): Promise<void>;
};

/**
 * Places for work about portals, side by side: a portal that is slow or dead holds up nothing but what is wanted about itself, of
 * which one thing is done at a time. However many hang, every `heldMs` as many others as there are places get their turn.
 *
 * @param options.places How many portals have one at once.
 * @param options.heldMs For how long at most, in milliseconds; what lasts longer goes on outside.
 */
export function createPortalLanes({
  places,
  heldMs = HELD_MS,
  logger,
}: {
  places: number;
  heldMs?: number;
  logger: Logger;
}): PortalLanes {
  const working = new Map<string, Promise<void>>();
  const held = new Set<Promise<void>>();
  const isFull = () => held.size >= places;

  function begin(portalId: string, work: () => Promise<void>): boolean {
    if (working.has(portalId) || isFull()) return false;
    const running = work()
      .catch((error: unknown) => logger.warn({ err: error, portalId }, "work about a portal failed"))
      .finally(() => working.delete(portalId));
    working.set(portalId, running);
    const place = withinPlace(running).finally(() => held.delete(place));
    held.add(place);
    return true;
  }

  async function withinPlace(running: Promise<void>): Promise<void> {
    const { promise: isOver, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, heldMs);
    await Promise.race([running, isOver]);
    clearTimeout(timer);
  }

  return {
    begin,
    async enter(portalId, work) {
      // Between the place that is left and its taking nobody else may come.
      while (isFull()) await Promise.race(held);
      return begin(portalId, work);
    },
    async free() {
      while (isFull()) await Promise.race(held);
    },
    underWay: () => [...working.keys()],
    async settled() {
      while (working.size > 0) await Promise.all(working.values());
    },
  };
}
