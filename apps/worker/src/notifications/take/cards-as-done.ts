import { type Button, plainWords } from "@botdeck/core";
import {
  type Claimed,
  cardsOfSubject,
  findClaims,
  laneOf,
  type NewEffect,
  type ToldCard,
  type Transaction,
} from "@botdeck/db";
import type { RuleLanguage } from "@botdeck/notifications";

import { languageIn } from "../language-in.ts";

/** What a card says when somebody has dealt with what it tells of. */
const DEALT_WITH = {
  en: {
    take: (name: string) => `✅ Taken into work by ${name}.`,
    complete: (name: string) => `✅ Completed by ${name}.`,
  },
  ru: {
    take: (name: string) => `✅ В работе: ${name}.`,
    complete: (name: string) => `✅ Завершено: ${name}.`,
  },
} as const;

type Deed = keyof (typeof DEALT_WITH)["en"];
type Done = Partial<Record<Deed, string>>;

/** Under which it is kept who completed a task, beside who has it. */
export const completionOf = (subject: string): string => `${subject}:complete`;

type Asked = {
  /** Of what is done; each card's edit has a key of its own by it. */
  key: string;
  portalId: string;
  botId: string;
  subject: string;
  /** What was done, or taken back: only the cards that offered it change. */
  deed: Deed;
};

/** What makes the cards of a record tell everything that was done about it by now, without the buttons for that. */
export async function cardsAsDone(
  tx: Transaction,
  { key, portalId, botId, subject, deed }: Asked,
  portal: { readonly language: RuleLanguage },
): Promise<NewEffect[]> {
  const claims = await findClaims(tx, portalId, [subject, completionOf(subject)]);
  const done = doneBy(claims, subject);
  const cards = await cardsOfSubject(tx, { portalId, botId, subject });
  return cards
    .filter((card) => offers(card, deed))
    .map((card) => ({
      key: `${key}:${card.key}`,
      portalId,
      botId,
      conversationId: null,
      lane: laneOf({ botId, dialog: { id: card.dialogId } }),
      effect: asDone(card, done, languageIn(card.language, portal)),
    }));
}

function doneBy(claims: ReadonlyMap<string, Pick<Claimed, "takenByName">>, subject: string): Done {
  const take = claims.get(subject)?.takenByName;
  const complete = claims.get(completionOf(subject))?.takenByName;
  return { ...(take !== undefined && { take }), ...(complete !== undefined && { complete }) };
}

const isDeed = (button: Button, deed: Deed): boolean => button.kind === "command" && button.command === deed;

const offers = ({ body }: ToldCard, deed: Deed): boolean =>
  body.buttons?.some((row) => row.some((button) => isDeed(button, deed))) ?? false;

/** The same message with who it was, and without the buttons of what is done. */
function asDone(card: ToldCard, done: Done, language: RuleLanguage): NewEffect["effect"] {
  const { key, dialogId, body } = card;
  const deeds = (["take", "complete"] as const).filter((deed) => done[deed] !== undefined && offers(card, deed));
  const words = deeds.map((deed) => DEALT_WITH[language][deed](plainWords(done[deed] ?? "")));
  const rows = (body.buttons ?? []).map((row) => row.filter((button) => !deeds.some((deed) => isDeed(button, deed))));
  const buttons = rows.filter((row) => row.length > 0);
  return {
    kind: "chat.edit",
    key,
    dialogId,
    text: words.length === 0 ? body.text : `${body.text}\n\n${words.join("\n")}`,
    ...(buttons.length > 0 && { buttons }),
    ...(body.card !== undefined && { card: body.card }),
  };
}
