import type { Judged } from "./judge.ts";

/** The table of targets as people read it; a miss is marked at the end of its line. */
export function tableOf(rows: readonly Judged[]): string {
  const lines = rows.map(({ measure, sets, value, better, must, stretch, isMet }) => {
    const sign = better === "higher" ? "≥" : "≤";
    return [measure, sets, String(value), `${sign} ${must}`, `${sign} ${stretch}`, isMet ? "" : "MISSED"];
  });
  const all = [["measure", "set", "value", "must", "stretch", ""], ...lines];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return all
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}
