import { parseSegmentName } from "./segment-name.ts";
import type { Segment } from "./segment.ts";

/** The segments of a log, oldest first. There are as many as the bound has room for, so sums are made when asked for. */
export function createSegmentList(now: () => number) {
  const segments: Segment[] = [];
  let lastOrder = 0;

  return {
    add(segment: Segment): void {
      const at = segments.findIndex((other) => other.name > segment.name);
      segments.splice(at === -1 ? segments.length : at, 0, segment);
      lastOrder = Math.max(lastOrder, parseSegmentName(segment.name)?.order ?? 0);
    },

    remove(segment: Segment): void {
      const at = segments.indexOf(segment);
      if (at !== -1) segments.splice(at, 1);
    },

    oldest: (): Segment | null => segments[0] ?? null,

    /** The time, so that segments of several processes sort; but always behind the last, also when the clock was set back. */
    nextOrder(): number {
      lastOrder = Math.max(lastOrder + 1, Math.trunc(now()));
      return lastOrder;
    },

    /** What the files take, with what of them was taken already. */
    fileBytes: (): number => segments.reduce((sum, segment) => sum + segment.end, 0),

    waiting(): { records: number; bytes: number; oldestAtMs: number | null } {
      const records = segments.reduce((sum, segment) => sum + segment.records, 0);
      const bytes = segments.reduce((sum, segment) => sum + segment.end - segment.drainedTo, 0);
      const oldestAtMs = segments.find((segment) => segment.records > 0)?.oldestAtMs ?? null;
      return { records, bytes, oldestAtMs };
    },
  };
}
