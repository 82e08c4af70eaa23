import type { B24Client } from "@botdeck/b24-client";

/** What is read of each portal now and then. */
export type KeptByPortal<Value> = {
  /** What is kept of a portal, or read with this client when nothing is, or it is too old. */
  of(portalId: string, client: B24Client): Promise<Value>;
};

/** Keeps what is read of each portal for some time. All who ask meanwhile share one reading; one that failed is not kept. */
export function keepByPortal<Value>(
  read: (client: B24Client) => Promise<Value>,
  { keptMs, now }: { keptMs: number; now: () => number },
): KeptByPortal<Value> {
  const kept = new Map<string, { reading: Promise<Value>; untilMs: number }>();
  return {
    of(portalId, client) {
      const known = kept.get(portalId);
      if (known !== undefined && now() < known.untilMs) return known.reading;
      const entry = { reading: read(client), untilMs: now() + keptMs };
      kept.set(portalId, entry);
      entry.reading.catch(() => {
        if (kept.get(portalId) === entry) kept.delete(portalId);
      });
      return entry.reading;
    },
  };
}
