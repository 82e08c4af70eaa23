import type { Language } from "@botdeck/dialog";

/** What deals come to in one currency. */
export type Sum = { currency: string; amount: number; count: number };

const LOCALES: Record<Language, string> = { en: "en-US", ru: "ru-RU" };
const formats = new Map<string, Intl.NumberFormat | null>();

/** An amount as people write it; of a currency that is none, the number and its code. Hundredths only where there are some. */
export function formatAmount(amount: number, currency: string, language: Language): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const format = formatOf(currency, digits, language);
  if (format !== null) return format.format(amount);
  return `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(amount)} ${currency}`.trim();
}

/** Sums of different currencies stand beside one another: they cannot be added up. */
export const formatSums = (sums: readonly Sum[], language: Language): string =>
  sums.map(({ amount, currency }) => formatAmount(amount, currency, language)).join(" + ");

function formatOf(currency: string, digits: number, language: Language): Intl.NumberFormat | null {
  const key = `${language}:${currency}:${digits}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = /^[A-Z]{3}$/.test(currency)
    ? new Intl.NumberFormat(LOCALES[language], {
        style: "currency",
        currency,
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
    : null;
  formats.set(key, format);
  return format;
}
