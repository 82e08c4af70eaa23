const BINS = 15;

/** The value that the given part of the values does not exceed; null of none. */
export function quantile(values: readonly number[], part: number): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? null;
}

/** The chance that a random one of `high` is above a random one of `low`, ties counted half; null if one is empty. */
export function areaUnderRoc(high: readonly number[], low: readonly number[]): number | null {
  if (high.length === 0 || low.length === 0) return null;
  let wins = 0;
  for (const upper of high) for (const lower of low) wins += upper > lower ? 1 : upper === lower ? 0.5 : 0;
  return wins / (high.length * low.length);
}

/** Mean distance between what was promised and what came true, over bins of equal width, weighted by their rows. */
export function expectedCalibrationError(rows: readonly { chance: number; isTrue: boolean }[]): number | null {
  if (rows.length === 0) return null;
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inside = rows.filter(({ chance }) => Math.min(BINS - 1, Math.floor(chance * BINS)) === bin);
    const promised = inside.reduce((sum, { chance }) => sum + chance, 0);
    error += Math.abs(promised - inside.filter(({ isTrue }) => isTrue).length);
  }
  return error / rows.length;
}
