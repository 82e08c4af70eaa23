import { chatTexts } from "../chats/texts.ts";
import { onCallTexts } from "../on-call/texts.ts";
import { preferenceTexts } from "../preferences/texts.ts";
import { claimTexts } from "../take/texts.ts";

const talk = {
  en: {
    hello: "I tell you what happens in the CRM, in tasks and in your systems. What I can do: /help.",
  },
  ru: {
    hello: "Сообщаю, что происходит в CRM, задачах и ваших системах. Что я умею: /help.",
  },
} as const;

/** Everything that the notification bot says in its dialogs. */
export const notifyTexts = {
  en: { ...talk.en, ...claimTexts.en, ...preferenceTexts.en, ...chatTexts.en, ...onCallTexts.en },
  ru: { ...talk.ru, ...claimTexts.ru, ...preferenceTexts.ru, ...chatTexts.ru, ...onCallTexts.ru },
};
export type NotifyTextKey = keyof typeof notifyTexts.en;
