import type { Pipeline, ReportDeal } from "./report-data.ts";

/** What deals of one currency come to. */
export type CurrencySum = {
  currency: string;
  count: number;
  amount: number;
  wonCount: number;
  wonAmount: number;
  lostCount: number;
  lostAmount: number;
};

export type DealTotals = {
  count: number;
  won: number;
  lost: number;
  open: number;
  /** Won ones of those that are decided, from 0 to 1; null when none is. */
  winRate: number | null;
  /** The largest first. Currencies stand beside one another: there is no sum of all. */
  sums: readonly CurrencySum[];
};

/** Counts deals and adds up what they are worth, each currency for itself. A deal in a stage that is gone is an open one. */
export function sumDeals(deals: readonly ReportDeal[], { byId }: Pipeline): DealTotals {
  const sums = new Map<string, CurrencySum>();
  let [won, lost] = [0, 0];
  for (const { stageId, currency, amount } of deals) {
    const sum = sums.get(currency) ?? emptySum(currency);
    sums.set(currency, sum);
    sum.count += 1;
    sum.amount = added(sum.amount, amount);
    const outcome = byId.get(stageId)?.outcome;
    if (outcome === "won") {
      won += 1;
      sum.wonCount += 1;
      sum.wonAmount = added(sum.wonAmount, amount);
    } else if (outcome === "lost") {
      lost += 1;
      sum.lostCount += 1;
      sum.lostAmount = added(sum.lostAmount, amount);
    }
  }
  return {
    count: deals.length,
    won,
    lost,
    open: deals.length - won - lost,
    winRate: won + lost === 0 ? null : won / (won + lost),
    sums: [...sums.values()].toSorted((one, other) => other.amount - one.amount),
  };
}

const emptySum = (currency: string): CurrencySum => ({
  currency,
  count: 0,
  amount: 0,
  wonCount: 0,
  wonAmount: 0,
  lostCount: 0,
  lostAmount: 0,
});

/** In hundredths, so that ten times 0.1 is 1. */
const added = (sum: number, amount: number): number => Math.round(sum * 100 + amount * 100) / 100;
