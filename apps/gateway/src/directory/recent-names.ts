/** Remembers names for a while, such as of what was looked up and is not there: who asks again costs no query. */
export type RecentNames = {
  has(name: string): boolean;
  add(name: string): void;
  clear(): void;
};

/**
 * @param options.now Milliseconds since 1970.
 * @param options.max Above this the oldest is forgotten: strangers must not fill the memory.
 */
export function createRecentNames(options: { forMs: number; max: number; now: () => number }): RecentNames {
  const untilMs = new Map<string, number>();
  return {
    has: (name) => (untilMs.get(name) ?? 0) > options.now(),
    add(name) {
      untilMs.delete(name);
      const [oldest] = untilMs.keys();
      if (oldest !== undefined && untilMs.size >= options.max) untilMs.delete(oldest);
      untilMs.set(name, options.now() + options.forMs);
    },
    clear: () => untilMs.clear(),
  };
}
