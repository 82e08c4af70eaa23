import type { Language } from "@botdeck/dialog";

import type { ReportRow } from "./services.ts";

const HEADS: Record<Language, readonly string[]> = {
  en: ["ID", "Deal", "Amount", "Currency", "Stage", "Responsible", "Created on"],
  ru: ["ID", "Сделка", "Сумма", "Валюта", "Стадия", "Ответственный", "Создана"],
};
/** Programs of Russian machines split at semicolons and write fractions with a comma. */
const SEPARATORS: Record<Language, string> = { en: ",", ru: ";" };
/** Without it such programs take the letters for those of an old code page. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Deals as a table for spreadsheets. What would be a formula there is only text. */
export function dealsCsv(rows: readonly ReportRow[], language: Language): Buffer {
  const separator = SEPARATORS[language];
  const number = (amount: number) => (language === "ru" ? String(amount).replace(".", ",") : String(amount));
  const lines = rows.map(({ id, title, amount, currency, stage, person, createdOn }) =>
    [id, cell(title), number(amount), cell(currency), cell(stage), cell(person), createdOn].map(quoted),
  );
  const text = [HEADS[language].map(quoted), ...lines].map((line) => line.join(separator)).join("\r\n");
  return Buffer.from(`${BYTE_ORDER_MARK}${text}\r\n`, "utf8");

  function quoted(value: string): string {
    return value.includes(separator) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  }
}

/** @see https://owasp.org/www-community/attacks/CSV_Injection */
const cell = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
