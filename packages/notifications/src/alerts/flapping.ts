/** A group that fires again within this time after its recovery comes and goes, in milliseconds. */
const FLAPPING_WINDOW_MS = 60 * 60_000;
/** So often in a row, and it is not news any more. */
const FLAPPING_FROM = 3;
/** Such a group pages only when it fires for so long at a stretch, in milliseconds. */
export const FLAPPING_PAGE_MS = 10 * 60_000;

/** True for a group that has fired again so often lately that nobody is paged for each time. */
export const isFlapping = ({ flaps }: { flaps: number }): boolean => flaps >= FLAPPING_FROM;

/** How long a group that fires has to go on before anybody is paged, in milliseconds; 0 for one that has lasted. */
export function pageDelayLeftMs(
  { flaps, firstAt }: { flaps: number; firstAt: Date },
  { delaySeconds, now }: { delaySeconds: number; now: Date },
): number {
  const lastsMs = Math.max(isFlapping({ flaps }) ? FLAPPING_PAGE_MS : 0, delaySeconds * 1_000);
  return Math.max(0, firstAt.getTime() + lastsMs - now.getTime());
}

/** How often a group has come back lately, when it fires again now. */
export const flapsAfter = ({ flaps, resolvedAt }: { flaps: number; resolvedAt: Date | null }, now: Date): number =>
  resolvedAt !== null && now.getTime() - resolvedAt.getTime() < FLAPPING_WINDOW_MS ? flaps + 1 : 0;
