import {
  cardsOfSubject,
  type DatabaseHandle,
  laneOf,
  type OutboxEffect,
  putEffects,
  releaseClaim,
  wakeDeliverer,
} from "@botdeck/db";

/** Gives a record back that a person took and may not have: the cards are as they were, so that somebody else can take it. */
export async function giveBack(
  db: DatabaseHandle["db"],
  { key, portalId, botId }: Pick<OutboxEffect, "key" | "portalId" | "botId">,
  { subject, byId }: { subject: string; byId: string },
): Promise<void> {
  const left = await db.transaction(async (tx) => {
    const isTheirs = await releaseClaim(tx, { portalId, subject, takenById: byId });
    if (!isTheirs) return 0;
    const cards = await cardsOfSubject(tx, { portalId, botId, subject });
    const edits = cards.map(({ key: of, dialogId, body: { text, buttons, card } }) => ({
      key: `${key}:back:${of}`,
      portalId,
      botId,
      conversationId: null,
      lane: laneOf({ botId, dialog: { id: dialogId } }),
      effect: { kind: "chat.edit" as const, key: of, dialogId, text, buttons, card },
    }));
    return (await putEffects(tx, edits)).length;
  });
  if (left > 0) await wakeDeliverer(db);
}
