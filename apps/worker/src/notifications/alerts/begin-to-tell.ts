import { newId } from "@botdeck/core/ids";
import { type AlertGroup, changeAlertGroup, keepNotifications, putEffects, type Transaction } from "@botdeck/db";
import type { HookOptions } from "@botdeck/notifications";

import type { PortalRules } from "../portal-rules.ts";
import { alertNotification } from "./alert-notification.ts";
import { firstCard } from "./first-card.ts";

type Telling = {
  options: Pick<HookOptions, "dialogId">;
  /** What the source's hook is called. */
  hookName: string;
  portal: Pick<PortalRules, "settings" | "language">;
  now: Date;
};

/**
 * A group that waited is told from now on: its card is shown, and why. One that somebody has silenced goes on being silent.
 *
 * @param waiting Locked, and pending.
 * @returns The group as it is then.
 */
export async function beginToTell(
  tx: Transaction,
  waiting: AlertGroup,
  { options: { dialogId }, hookName, portal, now }: Telling,
): Promise<AlertGroup> {
  const isSilenced = waiting.silencedUntil !== null && waiting.silencedUntil > now;
  const told: AlertGroup = { ...waiting, state: isSilenced ? "silenced" : "firing" };
  const card = await firstCard(tx, told, { dialogId, portal, now });
  const change = {
    state: told.state,
    cards: card === null ? told.cards : [...told.cards, card.place],
    // Those that were there say that it waits.
    isCardStale: told.isCardStale || told.cards.length > 0,
  };
  const group = { ...told, ...change };
  await changeAlertGroup(tx, group.id, change);
  const shown = { dialogId, sentKey: card?.place.key ?? null, cause: null };
  await keepNotifications(tx, [alertNotification({ group, eventId: newId(), hookName, ...shown })]);
  if (card !== null) await putEffects(tx, [card.effect]);
  return group;
}
