import { AppError } from "@botdeck/core";
import { IntlMessageFormat } from "intl-messageformat";

export const LANGUAGES = ["en", "ru"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every text of a bot, by key, in every language. Values are ICU messages: `{count, plural, one {# item} other {# items}}`. */
export type TextCatalog<Key extends string = string> = Record<Language, Record<Key, string>>;

type TextValues = Record<string, string | number | Date>;
export type Translate<Key extends string> = (key: Key, values?: TextValues) => string;

/** Read once each: that takes longer than writing one. */
const formats = new WeakMap<object, Map<string, IntlMessageFormat>>();

function formatOf(texts: Record<string, string>, key: string, source: string, language: Language): IntlMessageFormat {
  const known = formats.get(texts) ?? new Map<string, IntlMessageFormat>();
  formats.set(texts, known);
  const format = known.get(key) ?? new IntlMessageFormat(source, language);
  known.set(key, format);
  return format;
}

/**
 * The texts of one language as a function.
 *
 * @throws AppError `invariant` when a key is missing or a value is not given: both are slips of the bot's author, and its
 *   conversation tests find them.
 */
export function createTranslate<Key extends string>(catalog: TextCatalog<Key>, language: Language): Translate<Key> {
  return (key, values = {}) => {
    const source = catalog[language][key];
    if (source === undefined) throw new AppError("invariant", `The text "${key}" is missing in language "${language}"`);
    try {
      return String(formatOf(catalog[language], key, source, language).format(values));
    } catch (cause) {
      throw new AppError("invariant", `The text "${key}" (${language}) cannot be written with the values given`, {
        cause,
      });
    }
  };
}
