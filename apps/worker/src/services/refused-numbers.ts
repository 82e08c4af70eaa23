/** Nobody mistypes their order's number in so many ways. */
const MOST_REFUSED = 5;
const KEPT_MS = 86_400_000;
/** The conversations that were refused longest ago are forgotten first. */
const MOST_CONVERSATIONS = 10_000;

/**
 * Order numbers that clients were refused, by conversation, over a day. Each process counts its own: that slows guessing down
 * enough, and a restart forgives everybody.
 */
export function createRefusedNumbers(now: () => number) {
  const kept = new Map<string, Map<string, number>>();

  return {
    of(conversationId: string) {
      return {
        areTooMany(): boolean {
          const since = now() - KEPT_MS;
          const late = [...(kept.get(conversationId)?.values() ?? [])].filter((atMs) => atMs > since);
          return late.length >= MOST_REFUSED;
        },

        /** The same number again is no further guess. */
        note(number: string): void {
          const numbers = kept.get(conversationId) ?? new Map<string, number>();
          const plain = number.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
          numbers.delete(plain);
          numbers.set(plain, now());
          const oldest = numbers.keys().next();
          if (numbers.size > MOST_REFUSED && oldest.done !== true) numbers.delete(oldest.value);
          kept.delete(conversationId);
          kept.set(conversationId, numbers);
          const longest = kept.keys().next();
          if (kept.size > MOST_CONVERSATIONS && longest.done !== true) kept.delete(longest.value);
        },
      };
    },
  };
}
