import type { Effect } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { type Database, deliveryAttempt, outboxEffect } from "@botdeck/db";

type Of = { portalId: string; botId: string; conversationId?: string };
type Letters = {
  error: string;
  /** Whether they arrived nobody could tell. */
  isInDoubt?: boolean;
  at?: Date;
  effect?: Effect;
};

/** Effects that died: words to a chat, unless told. @returns Their ids, in order. */
export async function addLetters(db: Database, of: Of, count: number, letters: Letters): Promise<string[]> {
  const { error, isInDoubt = false, at = new Date(), effect } = letters;
  const ids = Array.from({ length: count }, () => newId());
  await db.insert(outboxEffect).values(
    ids.map((id, index) => {
      const body: Effect = effect ?? { kind: "chat.send", dialogId: "chat1", text: `hello ${index + 1}` };
      return {
        ...of,
        id,
        key: id,
        lane: id,
        kind: body.kind,
        // A secret that nobody may be shown.
        body: { ...body, access_token: "canary" },
        policy: "ask" as const,
        status: "dead" as const,
        attempt: 1,
        lastError: error,
        settledAt: new Date(at.getTime() + index),
      };
    }),
  );
  const outcome = isInDoubt ? ("uncertain" as const) : ("dead" as const);
  await db
    .insert(deliveryAttempt)
    .values(ids.map((effectId) => ({ effectId, attempt: 1, outcome, detail: error, startedAt: at })));
  return ids;
}
