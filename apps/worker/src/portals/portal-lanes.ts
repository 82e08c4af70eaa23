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
  /** Until there is a place. @returns False when there will be none any more. */
  free(): Promise<boolean>;
  /** What work is under way about, in a place or outside of one. */
  underWay(): string[];
  /** Begins nothing any more; whoever waits for a place is told so. */
  close(): void;
  /** Until nothing is under way. */
  settled(): Promise<void>;
};

type Options = {
  /** How many portals have a place at once. */
  places: number;
  /** How many are under way at once, those that left their place too: each may hold a connection. As many as places if not said. */
  most?: number;
  /** For how long one has its place at most, in milliseconds; what lasts longer goes on outside. */
  heldMs?: number;
  logger: Logger;
};

/**
 * Places for work about portals, side by side: a portal that is slow or dead holds up nothing but what is wanted about itself, of
 * which one thing is done at a time. Every `heldMs` as many others as there are places get their turn, until `most` hang.
 */
export function createPortalLanes({ places, most = places, heldMs = HELD_MS, logger }: Options): PortalLanes {
  const working = new Map<string, Promise<void>>();
  const held = new Set<Promise<void>>();
  const closing = Promise.withResolvers<void>();
  let isClosed = false;
  const isFull = () => held.size >= places || working.size >= most;
  const untilChange = () => Promise.race([closing.promise, ...held, ...working.values()]);

  function begin(portalId: string, work: () => Promise<void>): boolean {
    if (isClosed || working.has(portalId) || isFull()) return false;
    const running = work()
      .catch((error: unknown) => logger.warn({ err: error, portal: portalId }, "work about a portal failed"))
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
      while (!isClosed && !working.has(portalId) && isFull()) await untilChange();
      return begin(portalId, work);
    },
    async free() {
      while (!isClosed && isFull()) await untilChange();
      return !isClosed;
    },
    underWay: () => [...working.keys()],
    close() {
      isClosed = true;
      closing.resolve();
    },
    async settled() {
      while (working.size > 0) await Promise.all(working.values());
    },
  };
}
