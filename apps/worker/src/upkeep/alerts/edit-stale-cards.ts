import { newId } from "@botdeck/core/ids";
import { type DatabaseHandle, lockStaleGroups, noteCardsEdited, putEffects } from "@botdeck/db";

import { cardToEdit } from "../../notifications/alerts/alert-card-effect.ts";
import { cardsThatCame } from "../../notifications/alerts/cards-that-came.ts";
import type { RulesOf } from "../../notifications/portal-rules.ts";

/** A card is edited no more often than that, in milliseconds. */
const EDIT_EVERY_MS = 3_000;
/** So many cards of one portal within a second: the other requests are for replies and pages. */
const EDITS_PER_SECOND = 1;

type Deps = { db: DatabaseHandle["db"]; rules: Pick<RulesOf, "find"> };

/** One edit for each card that tells less than is known, with all that is known now. @returns How many there are. */
export async function editStaleCards({ db, rules }: Deps, now: Date, everyMs: number = EDIT_EVERY_MS): Promise<number> {
  return await db.transaction(async (tx) => {
    const groups = await lockStaleGroups(tx, { everyMs, perSecond: EDITS_PER_SECOND });
    let edits = 0;
    for (const group of groups) {
      const portal = await rules.find(group.portalId);
      const sent = await cardsThatCame(tx, group);
      const cards = sent.map((card) => ({ ...card, edit: `alert:${group.id}:edit:${newId()}` }));
      const effects = await Promise.all(
        cards.map((card) => cardToEdit(tx, { group, portal, now }, { key: card.edit, card })),
      );
      await putEffects(tx, effects);
      await noteCardsEdited(tx, { id: group.id, cards });
      edits += effects.length;
    }
    return edits;
  });
}
