/** Posts with a signature that are remembered at most; the oldest are forgotten first, and the inbox knows them still. */
const MOST = 20_000;

export type SeenSignatures = {
  /** True for one that was kept, and whose time is not over. */
  has(hookId: string, signature: string): boolean;
  add(hookId: string, signature: string, untilMs: number): void;
};

/** Which signed posts were kept lately: whoever sends one again did not sign it again. @param now Milliseconds since 1970. */
export function createSeenSignatures(now: () => number): SeenSignatures {
  const seen = new Map<string, number>();
  const nameOf = (hookId: string, signature: string) => `${hookId} ${signature}`;
  return {
    has(hookId, signature) {
      const untilMs = seen.get(nameOf(hookId, signature));
      return untilMs !== undefined && untilMs >= now();
    },
    add(hookId, signature, untilMs) {
      seen.set(nameOf(hookId, signature), untilMs);
      for (const [name, endsMs] of seen) {
        if (seen.size <= MOST && endsMs >= now()) break;
        seen.delete(name);
      }
    },
  };
}
