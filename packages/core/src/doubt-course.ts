import type { DoubtPolicy } from "./effect/doubt-policy.ts";

/** The pauses after each look in vain, in milliseconds; after the look that follows the last, it did not arrive. */
export const NEXT_LOOKS_MS: readonly number[] = [7_000, 20_000];
/** After a doubt, the same thing is done again at most this often. */
export const RESENDS = 2;

/** What becomes of an effect in doubt: it leaves once more, or it is a dead letter for a person. */
export type DoubtEnd = "sent_again" | "dead_letter";

export type DoubtCourse = {
  /** Looks still to come, the next one included, before it counts as not arrived. */
  looksLeft: number;
  /** When they all see nothing. */
  ifAbsent: DoubtEnd;
  /** When the portal lets nobody look. */
  ifUnreadable: DoubtEnd;
};

/** What will happen to an effect in doubt; the deliverer goes by the same figures. */
export function courseOfDoubt(
  { looks, resends, faults }: { looks: number; resends: number; faults: number },
  policy: DoubtPolicy,
): DoubtCourse {
  return {
    looksLeft: Math.max(1, NEXT_LOOKS_MS.length + 1 - looks),
    ifAbsent: faults >= RESENDS ? "dead_letter" : "sent_again",
    ifUnreadable: policy === "at_least_once" && resends < RESENDS ? "sent_again" : "dead_letter",
  };
}
