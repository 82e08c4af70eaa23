/** What every record of a portal needs to know of its CRM, and what seldom changes. */
export type PortalFacts = {
  /** The portal works without leads. */
  isSimple: boolean;
  /** Codes of where leads may come from, in the portal's order. */
  sources: readonly string[];
};

export type PortalFactsCache = {
  of(portalId: string): PortalFacts | null;
  keep(portalId: string, facts: PortalFacts): void;
};

const KEPT_MS = 3_600_000;

/** Keeps the facts of each portal for an hour. */
export function createPortalFactsCache(now: () => number = Date.now): PortalFactsCache {
  const kept = new Map<string, { facts: PortalFacts; untilMs: number }>();
  return {
    of(portalId) {
      const known = kept.get(portalId);
      return known !== undefined && now() < known.untilMs ? known.facts : null;
    },
    keep: (portalId, facts) => void kept.set(portalId, { facts, untilMs: now() + KEPT_MS }),
  };
}
