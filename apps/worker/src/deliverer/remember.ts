/** Keys kept at most. */
const MOST_KEYS = 1_000;

/**
 * A look-up whose results are kept for a moment, for rows that seldom change and are asked for with each delivery. Whoever changes
 * one is heard that much later; what was not found, or could not be looked up, is asked for anew.
 */
export function remember<Value>(
  lookUp: (key: string) => Promise<Value | null>,
  keptMs: number,
  now: () => number = () => performance.now(),
): (key: string) => Promise<Value | null> {
  const kept = new Map<string, { value: Promise<Value | null>; until: number }>();

  async function lookUpAnew(key: string): Promise<Value | null> {
    try {
      const value = await lookUp(key);
      if (value === null) kept.delete(key);
      return value;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  }

  return (key) => {
    const known = kept.get(key);
    if (known !== undefined && now() < known.until) return known.value;
    if (kept.size >= MOST_KEYS) kept.clear();
    const value = lookUpAnew(key);
    kept.set(key, { value, until: now() + keptMs });
    return value;
  };
}
