export type Figure = {
  figure: string;
  value: number;
  unit: string;
  /** What the figure has to reach; null for one that is only told, such as the official SDK's. */
  target: number | null;
  better: "lower" | "higher";
};

/** One JSON line per figure, or one line for people. */
export function printFigures(figures: readonly Figure[], isJson: boolean): void {
  for (const figure of figures) {
    if (isJson) process.stdout.write(`${JSON.stringify({ bench: "client", ...figure })}\n`);
    else process.stdout.write(`${describe(figure)}\n`);
  }
}

function describe({ figure, value, unit, target, better }: Figure): string {
  const isMet = target !== null && (better === "lower" ? value <= target : value >= target);
  const aim = target === null ? "" : `  (${isMet ? "meets" : "misses"} ${better === "lower" ? "≤" : "≥"} ${target})`;
  return `${figure.padEnd(18)} ${String(value).padStart(8)} ${unit}${aim}`;
}

/** To three places: more would be noise. */
export const rounded = (value: number) => Math.round(value * 1000) / 1000;
