import type { Language } from "../state/model.ts";

/** Lines that the portal itself writes into an open line, for its operators. */
export const TEXTS = {
  en: {
    queued: "The dialog waits for an operator.",
    answered: (name: string) => `${name} answers the client.`,
    transferred: (name: string) => `The dialog is passed on to ${name}.`,
    returnedToBot: (name: string) => `${name} is back in the dialog.`,
    closed: "The dialog is closed.",
    welcome: "Hello! How can we help you?",
  },
  ru: {
    queued: "Диалог ждёт оператора.",
    answered: (name: string) => `Клиенту отвечает: ${name}.`,
    transferred: (name: string) => `Диалог передан: ${name}.`,
    returnedToBot: (name: string) => `Снова в диалоге: ${name}.`,
    closed: "Диалог закрыт.",
    welcome: "Здравствуйте! Чем можем помочь?",
  },
} satisfies Record<Language, object>;
