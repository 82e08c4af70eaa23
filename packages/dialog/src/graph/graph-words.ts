import type { Language } from "../texts/catalog.ts";
import type { AnyTimeRule, GraphNode } from "./dialog-graph.ts";

type NamedKind = Exclude<GraphNode["kind"], "fork">;

/** What a picture says beside the definition's own words. */
export type GraphWords = {
  kinds: Readonly<Record<NamedKind, string>>;
  /** A condition that its author gave no words. */
  unnamed: string;
  anyTime: string;
  rule(rule: AnyTimeRule): string;
  /** The question or the words behind a key of the bot's catalog; null when it has none. */
  text(key: string): string | null;
  /** A step, a slot, a request, an intent or a condition, as people call it. */
  name(own: string): string;
};

/** Names of the code as words: `askNumber` is "ask number". */
export const spaced = (own: string): string => own.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[_.]/gu, " ").toLowerCase();

const HOUR_MS = 3_600_000;

/**
 * Words for pictures in a language.
 *
 * @param say.name Gives a name's own words; null leaves it as the code has it.
 */
export function graphWords(
  language: Language,
  say: { text(key: string): string | null; name?(own: string): string | null },
): GraphWords {
  const name = (own: string) => say.name?.(own) ?? (own.includes(" ") ? own : spaced(own));
  const hours = (ms: number) =>
    new Intl.NumberFormat(language, { style: "unit", unit: "hour", unitDisplay: "long" }).format(ms / HOUR_MS);
  const fixed = WORDS[language];
  return { ...fixed, text: (key) => say.text(key), name, rule: (rule) => fixed.rules(rule, { name, hours }) };
}

type Rules = (rule: AnyTimeRule, words: { name(own: string): string; hours(ms: number): string }) => string;
type Fixed = Pick<GraphWords, "kinds" | "unnamed" | "anyTime"> & { rules: Rules };

const WORDS: Readonly<Record<Language, Fixed>> = {
  en: {
    kinds: { begin: "Begins", ask: "Asks", request: "Looks up", say: "Says", end: "Ends" },
    unnamed: "in some cases",
    anyTime: "At every question",
    rules(rule, { name, hours }) {
      switch (rule.kind) {
        case "back":
          return "“back” returns to the question before";
        case "cancel":
          return "“cancel” ends the dialog";
        case "operator":
          return rule.leadsTo === "person" ? "“operator” calls a person" : "“operator” ends the dialog";
        case "misses": {
          const [calls, call] = rule.leadsTo === "person" ? ["calls a person", "call a person"] : ["ends it", "end it"];
          return rule.most === 1 ? `a useless answer ${calls}` : `${rule.most} useless answers ${call}`;
        }
        case "digress":
          return `answered in between: ${rule.intents.map(name).join(", ")}`;
        case "silence":
          return `silence: a reminder after ${hours(rule.remindAfterMs)}, the end after ${hours(rule.expireAfterMs)}`;
      }
    },
  },
  ru: {
    kinds: { begin: "Начало", ask: "Спрашивает", request: "Узнаёт", say: "Говорит", end: "Конец" },
    unnamed: "в некоторых случаях",
    anyTime: "На каждом вопросе",
    rules(rule, { name, hours }) {
      switch (rule.kind) {
        case "back":
          return "«назад»: к предыдущему вопросу";
        case "cancel":
          return "«отмена»: диалог завершается";
        case "operator":
          return rule.leadsTo === "person" ? "«оператор»: подключается человек" : "«оператор»: диалог завершается";
        case "misses":
          return `бесполезных ответов ${rule.leadsTo === "person" ? "до человека" : "до конца"}: ${rule.most}`;
        case "digress":
          return `отвечает по ходу: ${rule.intents.map(name).join(", ")}`;
        case "silence":
          return `молчание: напоминание через ${hours(rule.remindAfterMs)}, конец через ${hours(rule.expireAfterMs)}`;
      }
    },
  },
};
