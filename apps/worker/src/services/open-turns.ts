import type { OpenTurn } from "@botdeck/bots";
import type { Rota } from "@botdeck/db";

import type { OnCall } from "./on-call.ts";

const DAY_MS = 86_400_000;
/** Further ahead nobody asks who is next. */
const NEXT_MS = 35 * DAY_MS;

type Deps = {
  onCall: Pick<OnCall, "of">;
  nameOf: (portalId: string, userId: string | null) => Promise<string>;
};

/** The turn that is under way in a rota, and the next one of somebody, each to its own end. */
export function createOpenTurns({ onCall, nameOf }: Deps) {
  async function from(rota: Rota, at: Date): Promise<OpenTurn> {
    const { userIds, until, changes } = await onCall.of(rota, at);
    const userId = userIds[0] ?? null;
    const userName = await nameOf(rota.portalId, userId);
    return { userId, userName, from: at.toISOString(), until: changes ? until.toISOString() : null };
  }

  return {
    from,

    /** Null when nobody comes next for a while. */
    async next(rota: Rota, now: Date): Promise<OpenTurn | null> {
      const latest = now.getTime() + NEXT_MS;
      let { until, changes } = await onCall.of(rota, now);
      while (changes && until.getTime() <= latest) {
        const turn = await from(rota, until);
        if (turn.userId !== null) return turn;
        ({ until, changes } = await onCall.of(rota, until));
      }
      return null;
    },
  };
}
