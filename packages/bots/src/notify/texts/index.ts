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
  en: { ...talk.en },
  ru: { ...talk.ru },
};
export type NotifyTextKey = keyof typeof notifyTexts.en;
