/** Sums of money that are never added up across currencies, the largest number of things first. */
export type Sums = readonly { currency: string; amount: number; count: number }[];

/** Adds amounts up by currency, to the hundredth. */
export function sumByCurrency(things: readonly { currency: string; amount: number }[]): Sums {
  return [...Map.groupBy(things, ({ currency }) => currency)]
    .map(([currency, same]) => ({
      currency,
      // Hundredths are whole numbers, which add up exactly.
      amount: same.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100,
      count: same.length,
    }))
    .toSorted((one, other) => other.count - one.count || one.currency.localeCompare(other.currency));
}
