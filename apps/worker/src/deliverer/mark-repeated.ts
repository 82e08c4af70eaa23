import { MAX_MESSAGE_LENGTH } from "@botdeck/b24-client";

const MARKS = { en: "(repeated)", ru: "(повтор)" } as const;

/**
 * A word that is sent again because nobody can tell whether it arrived, so that whoever reads it twice knows why. One that was
 * looked for and had not arrived is read once, and needs no mark.
 */
export function markRepeated(text: string, language: string | null): string {
  const marked = `${language === "ru" ? MARKS.ru : MARKS.en} ${text}`;
  return marked.length <= MAX_MESSAGE_LENGTH ? marked : text;
}
