export type Figure = {
  figure: string;
  value: number;
  unit: string;
  /** What the figure has to reach; null for one that is only told, such as the official SDK's. */
  target: number | null;
  better: "lower" | "higher";
};

/** One JSON line per figure, or one line for people. */
export function printFigures(bench: string, figures: readonly Figure[], isJson: boolean): void {
  const width = Math.max(0, ...figures.map(({ figure }) => figure.length));
  for (const figure of figures) {
    if (isJson) process.stdout.write(`${JSON.stringify({ bench, ...figure })}\n`);
    else process.stdout.write(`${describe(figure, width)}\n`);
  }
}

function describe({ figure, value, unit, target, better }: Figure, width: number): string {
  const isMet = target !== null && (better === "lower" ? value <= target : value >= target);
  const aim = target === null ? "" : `  (${isMet ? "meets" : "misses"} ${better === "lower" ? "≤" : "≥"} ${target})`;
  return `${figure.padEnd(width)} ${String(value).padStart(10)} ${unit}${aim}`;
}

/** To three places: more would be noise. */
export const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** A figure that has to reach at most, or at least, so much; `target` null for one that is only told. */
export const atMost = (figure: string, value: number, unit: string, target: number | null): Figure => ({
  figure,
  value: rounded(value),
  unit,
  target,
  better: "lower",
});
export const atLeast = (figure: string, value: number, unit: string, target: number | null): Figure => ({
  ...atMost(figure, value, unit, target),
  better: "higher",
});
