import { notifyTexts, type NotifyTextKey } from "@botdeck/bots";
import { type AlertGroup, dialogLanguage, putEffects, type Transaction } from "@botdeck/db";
import { createTranslate, type Language, type Translate } from "@botdeck/dialog";
import { alertCard } from "@botdeck/notifications";

import { laneOfAlert } from "../../notifications/alerts/alert-card-effect.ts";
import { languageIn } from "../../notifications/language-in.ts";
import type { RulesOf } from "../../notifications/portal-rules.ts";

/** Where a group of alerts is shown. */
type Place = { key: string; dialogId: string };
type Group = AlertGroup;
type Words = (t: Translate<NotifyTextKey>, language: Language) => string;

/** How an escalation speaks: to each in the language that they speak with the bot. */
export type AlertVoice = {
  /** Leaves a card of the group as it is now, below some words that make it somebody's. @returns Where it is shown then. */
  showCard(tx: Transaction, group: Group, place: Place, lead?: Words): Promise<Place>;
  say(tx: Transaction, group: Group, place: Place, words: Words): Promise<void>;
};

type Deps = { rules: Pick<RulesOf, "find">; now: () => Date };

export function createAlertVoice({ rules, now }: Deps): AlertVoice {
  return {
    async showCard(tx, group, { key, dialogId }, lead) {
      const [language, { settings }] = await Promise.all([languageOf(tx, group, dialogId), rules.find(group.portalId)]);
      const { text, card, buttons } = alertCard({ group, language, now: now(), timeZone: settings.timeZone });
      const words = lead === undefined ? text : `${lead(createTranslate(notifyTexts, language), language)}\n${text}`;
      await leave(tx, group, key, { kind: "chat.send", dialogId, text: words, card, buttons });
      return { key, dialogId };
    },

    async say(tx, group, { key, dialogId }, words) {
      const language = await languageOf(tx, group, dialogId);
      const text = words(createTranslate(notifyTexts, language), language);
      await leave(tx, group, key, { kind: "chat.send", dialogId, text });
    },
  };

  /** In the transaction: many that wait for a second connection each would wait for one another. */
  async function languageOf(tx: Transaction, { botId, portalId }: Group, dialogId: string): Promise<Language> {
    const known = await dialogLanguage(tx, { botId, dialogId });
    return languageIn(known, await rules.find(portalId));
  }
}

async function leave(
  tx: Transaction,
  { id, portalId, botId }: Group,
  key: string,
  effect: Parameters<typeof putEffects>[1][number]["effect"] & { kind: "chat.send" },
): Promise<void> {
  const lane = laneOfAlert({ botId, id }, effect.dialogId);
  await putEffects(tx, [{ key, portalId, botId, conversationId: null, lane, effect }]);
}
