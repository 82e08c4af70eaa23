import { newId } from "@botdeck/core/ids";
import { isDatabaseAway } from "@botdeck/db";

/** A claim whose connection went may still be committed for so long after, in milliseconds; later its lease has to end. */
const STILL_COMMITTED_MS = 3_000;

export type LostClaims = {
  /** Makes a claim, and before it gives back what earlier ones took whose answers were lost. */
  around<Result>(claim: (claimId: string) => Promise<Result>): Promise<Result>;
};

/**
 * Remembers the claims of this process whose answers were lost on the way: they may have taken rows that nobody knows to be
 * in hand, and that would stand until their leases end.
 *
 * @param giveBack Gives back what the claims of these ids took.
 */
export function createLostClaims(giveBack: (claimIds: readonly string[]) => Promise<unknown>): LostClaims {
  const lostAt = new Map<string, number>();

  async function giveBackLost(): Promise<void> {
    if (lostAt.size === 0) return;
    const now = performance.now();
    await giveBack([...lostAt.keys()]);
    for (const [claimId, at] of lostAt) if (now - at > STILL_COMMITTED_MS) lostAt.delete(claimId);
  }

  return {
    async around(claim) {
      await giveBackLost();
      const claimId = newId();
      try {
        return await claim(claimId);
      } catch (error) {
        if (isDatabaseAway(error)) lostAt.set(claimId, performance.now());
        throw error;
      }
    },
  };
}
