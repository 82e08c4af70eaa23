/** Keys kept at most. */
const MOST_KEYS = 10_000;

export type Remembered<Value> = {
  find(key: string): Promise<Value | null>;
  /** What was found so far is asked for anew, also where the answer is still under way. */
  forget(): void;
};

/**
 * A look-up whose results are kept for a while, for rows that seldom change and are asked for with each event. Whoever
 * changes one is heard that much later, unless it is forgotten; what was not found, or could not be looked up, is not kept.
 */
export function remember<Value>(
  lookUp: (key: string) => Promise<Value | null>,
  keptMs: number,
  now: () => number = () => performance.now(),
): Remembered<Value> {
  type Kept = { value: Promise<Value | null>; until: number };
  const kept = new Map<string, Kept>();

  async function unlessMissing(key: string, found: Promise<Value | null>): Promise<Value | null> {
    let isMissing = true;
    try {
      const value = await found;
      isMissing = value === null;
      return value;
    } finally {
      if (isMissing) kept.delete(key);
    }
  }

  return {
    find(key) {
      const known = kept.get(key);
      if (known !== undefined && now() < known.until) return known.value;
      if (kept.size >= MOST_KEYS) kept.clear();
      const value = unlessMissing(key, lookUp(key));
      kept.set(key, { value, until: now() + keptMs });
      return value;
    },
    forget: () => kept.clear(),
  };
}
