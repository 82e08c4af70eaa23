import type { ClaimServices } from "@botdeck/bots";
import { type Button, type Effect, plainWords } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import {
  cardsOfSubject,
  claimRecord,
  type DatabaseHandle,
  laneOf,
  type NewEffect,
  putEffects,
  type ToldCard,
  type Transaction,
  wakeDeliverer,
} from "@botdeck/db";

import type { Speaking } from "../../services/portal-services.ts";

/** What a card says when somebody has dealt with what it tells of. */
const DEALT_WITH = {
  en: {
    take: (name: string) => `✅ Taken into work by ${name}.`,
    complete: (name: string) => `✅ ${name} completes it.`,
  },
  ru: {
    take: (name: string) => `✅ В работе: ${name}.`,
    complete: (name: string) => `✅ Завершает: ${name}.`,
  },
} as const;

type Deed = keyof (typeof DEALT_WITH)["en"];
type Deps = { db: DatabaseHandle["db"]; rules: { find(portalId: string): Promise<{ language: "en" | "ru" }> } };

/**
 * What people do about records from their cards. Who has it, what the portal is told and what the cards say is written at once: of
 * many who press together one has it, and nothing of it happens twice.
 */
export function createClaimServices({ db, rules }: Deps): { of(speaking: Speaking): ClaimServices } {
  return {
    of(speaking) {
      const { portalId, person } = speaking;
      return {
        async take(subject) {
          const { language } = await rules.find(portalId);
          const claimed = await db.transaction(async (tx) => {
            const claim = { portalId, subject, takenById: person.id, takenByName: person.name };
            const held = await claimRecord(tx, claim);
            if (!held.isNew) return held;
            const effect = { kind: "record.assign", subject, byId: person.id } as const;
            await leave(tx, { speaking, subject, deed: "take", key: `claim:${held.token}`, effect, language });
            return held;
          });
          if (claimed.isNew) await wakeDeliverer(db);
          const { takenById: id, takenByName: name, isNew } = claimed;
          return { id, name, isMine: id === person.id, isNew };
        },

        async complete(subject) {
          const { language } = await rules.find(portalId);
          const taskId = subject.slice(subject.indexOf(":") + 1);
          const effect = { kind: "task.change", taskId, change: { kind: "complete" }, byId: person.id } as const;
          const key = `complete:${newId()}`;
          await db.transaction((tx) => leave(tx, { speaking, subject, deed: "complete", key, effect, language }));
          await wakeDeliverer(db);
        },
      };
    },
  };
}

type Leaving = {
  speaking: Speaking;
  subject: string;
  deed: Deed;
  key: string;
  effect: Effect;
  language: "en" | "ru";
};

/** What is done with the person's rights, and the cards that offered it. */
async function leave(tx: Transaction, { speaking, subject, deed, key, effect, language }: Leaving): Promise<void> {
  const { portalId, botId, conversationId, person } = speaking;
  const common = { portalId, botId, conversationId };
  // As everything with the rights of one person: it may wait for their permission, and must hold up no reply.
  const lane = `${portalId}:by:${person.id}`;
  const cards = await cardsOfSubject(tx, { portalId, botId, subject });
  const edits = cards
    .filter((card) => offers(card, deed))
    .map((card): NewEffect => {
      const words = DEALT_WITH[card.language === "ru" || card.language === "en" ? card.language : language][deed];
      return {
        ...common,
        conversationId: null,
        key: `${key}:edit:${card.key}`,
        lane: laneOf({ botId, dialog: { id: card.dialogId } }),
        effect: asDealtWith(card, deed, words(plainWords(person.name))),
      };
    });
  await putEffects(tx, [{ ...common, key: `${key}:do`, lane, effect }, ...edits]);
}

const isDeed = (button: Button, deed: Deed): boolean => button.kind === "command" && button.command === deed;

const offers = ({ body }: ToldCard, deed: Deed): boolean =>
  body.buttons?.some((row) => row.some((button) => isDeed(button, deed))) ?? false;

/** The same message with who it was, and without the button. */
function asDealtWith({ key, dialogId, body }: ToldCard, deed: Deed, words: string): Effect {
  const rows = (body.buttons ?? []).map((row) => row.filter((button) => !isDeed(button, deed)));
  const buttons = rows.filter((row) => row.length > 0);
  const { text, card } = body;
  return {
    kind: "chat.edit",
    key,
    dialogId,
    text: `${text}\n\n${words}`,
    ...(buttons.length > 0 && { buttons }),
    ...(card !== undefined && { card }),
  };
}
