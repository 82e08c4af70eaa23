import { currenciesOf } from "../../crm/currencies.ts";
import type { CrmCurrency } from "../../state/crm.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { record, text, upperKeys } from "../params.ts";
import { orderOf } from "../row-filter.ts";
import { NOT_FOUND } from "./fault.ts";

const SCOPES = ["crm"];
const LANGUAGES = ["en", "ru"] as const;

/** Bitrix24 docs: api-reference/crm/currency. */
export const currencyMethods: RestMethod[] = [
  { name: "crm.currency.list", scopes: SCOPES, run: listCurrencies },
  { name: "crm.currency.get", scopes: SCOPES, run: get },
];

function listCurrencies({ portal, params }: Call): Answer {
  const rows = currenciesOf(portal.state).map((currency) => row(currency, portal.now()));
  const column = (field: string): ((one: Record<string, unknown>) => unknown) => {
    return (one) => one[field] ?? "";
  };
  const compare = orderOf(upperKeys(record(params, "order")), column);
  return { result: compare === null ? rows : rows.toSorted(compare), total: 0 };
}

function get({ portal, params }: Call): Answer {
  const id = text(params, "id").toUpperCase();
  const currency = currenciesOf(portal.state).find((candidate) => candidate.id === id);
  if (currency === undefined) throw NOT_FOUND;
  const LANG = Object.fromEntries(LANGUAGES.map((language) => [language, localized(currency, language)]));
  return { result: { ...row(currency, portal.now()), LANG } };
}

function row({ id, amount, sort, isBase, fullName, formatString }: CrmCurrency, now: Date): Record<string, unknown> {
  return {
    CURRENCY: id,
    AMOUNT_CNT: "1",
    AMOUNT: amount.toFixed(4),
    SORT: String(sort),
    BASE: isBase ? "Y" : "N",
    FULL_NAME: fullName.en,
    LID: "en",
    FORMAT_STRING: formatString.en,
    DEC_POINT: ".",
    THOUSANDS_SEP: ",",
    DECIMALS: "2",
    DATE_UPDATE: isoDate(now),
  };
}

function localized({ fullName, formatString }: CrmCurrency, language: "en" | "ru"): object {
  return {
    FORMAT_STRING: formatString[language],
    FULL_NAME: fullName[language],
    DEC_POINT: ".",
    THOUSANDS_SEP: language === "ru" ? "&nbsp;" : ",",
    DECIMALS: "2",
    THOUSANDS_VARIANT: language === "ru" ? "B" : "C",
    HIDE_ZERO: "Y",
  };
}
