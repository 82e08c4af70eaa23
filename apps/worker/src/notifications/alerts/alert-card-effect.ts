import { type AlertGroup, type Database, dialogLanguage, isForgotten, laneOf, type NewEffect } from "@botdeck/db";
import { alertCard } from "@botdeck/notifications";

import { languageIn } from "../language-in.ts";
import type { PortalRules } from "../portal-rules.ts";

type Shown = {
  group: AlertGroup;
  portal: Pick<PortalRules, "settings" | "language">;
  now: Date;
};

/** The key under which a group's card in its hook's chat is known, in each episode anew. */
export const cardKeyOf = ({ id, episode }: Pick<AlertGroup, "id" | "episode">): string => `alert:${id}:${episode}:card`;

/** What a dialog is told of a group stays in order; what it is told of others need not wait for it, and leaves beside it. */
export const laneOfAlert = ({ botId, id }: Pick<AlertGroup, "botId" | "id">, dialogId: string): string =>
  `${laneOf({ botId, dialog: { id: dialogId } })}:alert:${id}`;

/** A message with a group's card, as it is now, in the language of the chat. */
export async function cardToSend(
  db: Database,
  shown: Shown,
  { key, dialogId }: { key: string; dialogId: string },
): Promise<NewEffect> {
  const { text, card, buttons } = await cardIn(db, shown, dialogId);
  return inDialog(shown.group, key, { kind: "chat.send", dialogId, text, card, buttons });
}

/** What makes a card that was sent tell what is known now. @param key Of the edit. */
export async function cardToEdit(
  db: Database,
  shown: Shown,
  { key, card: { key: sentKey, dialogId } }: { key: string; card: AlertGroup["cards"][number] },
): Promise<NewEffect> {
  const { text, card, buttons } = await cardIn(db, shown, dialogId);
  return inDialog(shown.group, key, { kind: "chat.edit", key: sentKey, dialogId, text, card, buttons });
}

async function cardIn(db: Database, { group, portal, now }: Shown, dialogId: string) {
  const spoken = await dialogLanguage(db, { botId: group.botId, dialogId });
  const language = languageIn(spoken, portal);
  const { timeZone } = portal.settings;
  return alertCard({ group, language, now, timeZone, isForgotten: await isForgotten(db, group) });
}

const inDialog = (
  { portalId, botId, id }: AlertGroup,
  key: string,
  effect: NewEffect["effect"] & { dialogId: string },
): NewEffect => ({
  key,
  portalId,
  botId,
  conversationId: null,
  lane: laneOfAlert({ botId, id }, effect.dialogId),
  effect,
});
