import type { BotEvent, Effect } from "@botdeck/core";
import { laneOf } from "@botdeck/db";

/**
 * What an effect has to stay in order with: its dialog, whichever that is. What is done with a person's rights has a lane of
 * that person's: it may wait for their permission, and must hold up no reply meanwhile.
 */
export function laneOfEffect(effect: Effect, { portalId, botId, dialog }: BotEvent): string {
  if ("byId" in effect && effect.byId != null) return `${portalId}:by:${effect.byId}`;
  const dialogId = "dialogId" in effect ? effect.dialogId : dialog.id;
  return laneOf({ botId, dialog: { id: dialogId } });
}
