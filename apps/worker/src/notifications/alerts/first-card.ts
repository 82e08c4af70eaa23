import type { AlertGroup, Database, NewEffect } from "@botdeck/db";

import type { PortalRules } from "../portal-rules.ts";
import { cardKeyOf, cardToSend } from "./alert-card-effect.ts";

type Shown = { dialogId: string | null; portal: Pick<PortalRules, "settings" | "language">; now: Date };

/**
 * The card of a group in its hook's chat, when it is told from now on.
 *
 * @returns Null where it is not told yet, has a card there, or has no chat.
 */
export async function firstCard(
  db: Database,
  group: AlertGroup,
  { dialogId, portal, now }: Shown,
): Promise<{ place: { key: string; dialogId: string }; effect: NewEffect } | null> {
  const isShown = group.cards.some((card) => card.dialogId === dialogId);
  if (dialogId === null || isShown || group.state !== "firing") return null;
  const place = { key: cardKeyOf(group), dialogId };
  return { place, effect: await cardToSend(db, { group, portal, now }, place) };
}
