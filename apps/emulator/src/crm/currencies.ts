import type { CrmCurrency } from "../state/crm.ts";
import type { State } from "../state/state.ts";

const SORT_STEP = 100;

type Default = readonly [id: string, en: string, ru: string, sign: string, amount: number];

const DEFAULTS: readonly Default[] = [
  ["RUB", "Russian Ruble", "Российский рубль", "&#8381;", 1],
  ["USD", "US Dollar", "Доллар США", "$", 90],
  ["EUR", "Euro", "Евро", "&euro;", 100],
];

/** The portal's currencies; the first question fills in those of a new portal. */
export function currenciesOf(state: State): CrmCurrency[] {
  if (state.crmCurrencies.size === 0) {
    for (const [index, [id, en, ru, sign, amount]] of DEFAULTS.entries()) {
      state.crmCurrencies.set(id, {
        id,
        fullName: { en, ru },
        formatString: { en: `${sign}#`, ru: `# ${sign}` },
        amount,
        sort: (index + 1) * SORT_STEP,
        isBase: index === 0,
      });
    }
  }
  return [...state.crmCurrencies.values()];
}

export function baseCurrencyOf(state: State): string {
  return currenciesOf(state).find(({ isBase }) => isBase)?.id ?? "RUB";
}
