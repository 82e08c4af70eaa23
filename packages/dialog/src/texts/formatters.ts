import type { IntlMessageFormat } from "intl-messageformat";

type Formatters = NonNullable<NonNullable<ConstructorParameters<typeof IntlMessageFormat>[3]>["formatters"]>;

/** The day before the month, and hours up to 23, as everywhere else that we write a date. */
const DATES_IN_ENGLISH = "en-GB";

/** What is no date is written as it is, where `Intl` would write the first day of 1970, or throw. */
class DateOrWords extends Intl.DateTimeFormat {
  override format(value?: Date | number): string {
    return typeof value === "object" || typeof value === "number" ? super.format(value) : String(value ?? "");
  }
}

/** Values are often facts of other systems, so a date may be missing or wrong. Each format is made once: that takes long. */
export const formatters: Formatters = {
  getNumberFormat: madeOnce((...args) => new Intl.NumberFormat(...args)),
  getDateTimeFormat: madeOnce(
    (locale, options) => new DateOrWords(locale === "en" ? DATES_IN_ENGLISH : locale, options),
  ),
  getPluralRules: madeOnce((...args) => new Intl.PluralRules(...args)),
};

function madeOnce<Args extends readonly unknown[], Made>(make: (...args: Args) => Made): (...args: Args) => Made {
  const made = new Map<string, Made>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key) ?? make(...args);
    made.set(key, known);
    return known;
  };
}
