import { AppError } from "@botdeck/core";
import { IntlMessageFormat } from "intl-messageformat";

import { formatters } from "./formatters.ts";

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
  const format = known.get(key) ?? new IntlMessageFormat(source, language, undefined, { formatters });
  known.set(key, format);
  return format;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Calendar days come as `YYYY-MM-DD`, since values have to be plain JSON; at noon UTC they are the same day nearly everywhere. */
const withDays = (values: TextValues): TextValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      (typeof value === "string" ? dayAtNoon(value) : null) ?? value,
    ]),
  );

/** Null for what no calendar has, as the 31st of February. */
function dayAtNoon(text: string): Date | null {
  if (!DAY.test(text)) return null;
  const noon = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(text) ? noon : null;
}

/**
 * The texts of one language as a function. A calendar day, `YYYY-MM-DD`, is written by `{day, date, ::dMMMM}`; what is none is
 * written as it is.
 *
 * @throws AppError `invariant` when a key is missing or a value is not given: both are slips of the bot's author, and its
 *   conversation tests find them.
 */
export function createTranslate<Key extends string>(catalog: TextCatalog<Key>, language: Language): Translate<Key> {
  return (key, values = {}) => {
    const source = catalog[language][key];
    if (source === undefined) throw new AppError("invariant", `The text "${key}" is missing in language "${language}"`);
    try {
      return String(formatOf(catalog[language], key, source, language).format(withDays(values)));
    } catch (cause) {
      throw new AppError("invariant", `The text "${key}" (${language}) cannot be written with the values given`, {
        cause,
      });
    }
  };
}
