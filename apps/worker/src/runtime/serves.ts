import type { BotEvent, Effect } from "@botdeck/core";
import type { AnyBot, Language } from "@botdeck/dialog";

/** What a bot of employees says to who is no employee. */
const ONLY_EMPLOYEES: Record<Language, string> = {
  en: "I work for employees of the company only.",
  ru: "Я работаю только для сотрудников компании.",
};

/**
 * Whether a bot may answer whoever is behind an event. One of employees knows much of the company, and the rights that would
 * keep it are those of employees: clients, guests and the extranet get nothing of it, whatever a portal lets them send.
 */
export function serves({ kind }: Pick<AnyBot, "kind">, { person, dialog }: BotEvent): boolean {
  return kind === "client" || (person.kind === "employee" && dialog.type !== "open_line");
}

/** In private they hear why; in a group their words are passed over. */
export function refusalFor({ dialog }: BotEvent, language: Language): Effect[] {
  return dialog.type === "private" ? [{ kind: "chat.send", dialogId: dialog.id, text: ONLY_EMPLOYEES[language] }] : [];
}
