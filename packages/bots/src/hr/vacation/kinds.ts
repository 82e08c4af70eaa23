import type { Choice } from "@botdeck/dialog";

import type { AbsenceKind } from "../services.ts";
import { hrTexts } from "../texts/index.ts";

/** What may be asked for, with the words that mean it. */
export const KIND_CHOICES = [
  {
    value: "paid",
    title: { en: "paid vacation", ru: "оплачиваемый отпуск" },
    also: ["paid", "vacation", "holiday", "annual leave", "paid leave", "отпуск", "оплачиваемый", "ежегодный отпуск"],
  },
  {
    value: "unpaid",
    title: { en: "unpaid leave", ru: "отпуск за свой счёт" },
    also: [
      "unpaid",
      "unpaid vacation",
      "at my own expense",
      "за свой счет",
      "без содержания",
      "неоплачиваемый",
      "отгул",
      "неоплачиваемый отпуск",
    ],
  },
  {
    value: "sick",
    title: { en: "sick leave", ru: "больничный" },
    also: ["sick", "ill", "sick day", "i am ill", "по болезни", "болею", "заболел", "заболела", "на больничном"],
  },
  {
    value: "remote",
    title: { en: "work from elsewhere", ru: "удалённая работа" },
    also: [
      "remote",
      "remotely",
      "from home",
      "home office",
      "work from home",
      "wfh",
      "удаленка",
      "удаленно",
      "из дома",
      "на удаленке",
    ],
  },
] as const satisfies readonly (Choice & { value: AbsenceKind })[];

/** From the most telling words to the least: "unpaid vacation" is no paid one. */
const ORDER: readonly AbsenceKind[] = ["unpaid", "sick", "remote", "paid"];

const WORDS = ORDER.map((kind) => {
  const choice = KIND_CHOICES.find(({ value }) => value === kind);
  const phrases = choice === undefined ? [] : [...Object.values(choice.title), ...choice.also];
  return [kind, new RegExp(`(?<!\\p{L})(?:${phrases.map(folded).join("|")})(?!\\p{L})`, "u")] as const;
});

/** The kind that words name; undefined when they name none. */
export const kindIn = (text: string): AbsenceKind | undefined =>
  WORDS.find(([, pattern]) => pattern.test(folded(text)))?.[0];

/** The kinds as buttons of a question, in either language. */
export const kindButtons = () =>
  KIND_CHOICES.map(({ value }) => [
    { text: "kindButton" satisfies keyof typeof hrTexts.en, values: { kind: value }, value },
  ]);

function folded(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
