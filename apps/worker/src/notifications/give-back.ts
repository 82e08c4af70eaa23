import { type DatabaseHandle, type OutboxEffect, putEffects, releaseClaim, wakeDeliverer } from "@botdeck/db";

import type { RulesOf } from "./portal-rules.ts";
import { cardsAsDone } from "./take/cards-as-done.ts";

type Deps = { db: DatabaseHandle["db"]; rules: Pick<RulesOf, "find"> };

/** Gives a record back that a person took and may not have: the cards offer it again, so that somebody else can take it. */
export async function giveBack(
  { db, rules }: Deps,
  { key, portalId, botId }: Pick<OutboxEffect, "key" | "portalId" | "botId">,
  { subject, byId }: { subject: string; byId: string },
): Promise<void> {
  const portal = await rules.find(portalId);
  const left = await db.transaction(async (tx) => {
    const isTheirs = await releaseClaim(tx, { portalId, subject, takenById: byId });
    if (!isTheirs) return 0;
    const edits = await cardsAsDone(tx, { key: `${key}:back`, portalId, botId, subject, deed: "take" }, portal);
    return (await putEffects(tx, edits)).length;
  });
  if (left > 0) await wakeDeliverer(db);
}
