/** Names come from bots, so one may be called as a property that every object has. */
export function wordsOf(names: Readonly<Record<string, string>>, own: string): string | null {
  return Object.hasOwn(names, own) ? (names[own] ?? null) : null;
}
