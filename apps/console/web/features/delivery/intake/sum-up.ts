import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../server/root.ts";

export type IntakeRow = inferRouterOutputs<AppRouter>["delivery"]["intake"][number];

/** What is told of events, in the order of the columns: first all that came, then what became of them. */
export const FIGURES = ["came", "answered", "ignored", "waiting", "dead", "discarded", "recovered"] as const;
export type Figure = (typeof FIGURES)[number];
export type Figures = Record<Figure, number>;

export type Summed = { key: string; figures: Figures };

const NONE: Figures = { came: 0, answered: 0, ignored: 0, waiting: 0, dead: 0, discarded: 0, recovered: 0 };

/** The ledger by the hour, by portal and in all. */
export function sumUp(rows: readonly IntakeRow[]) {
  return {
    /** The newest first. */
    byHour: sumBy(rows, ({ hour }) => hour),
    /** The one with the most events first. */
    byPortal: sumBy(rows, ({ portalId }) => portalId).toSorted((one, other) => other.figures.came - one.figures.came),
    total: rows.reduce<Figures>(add, NONE),
    /** When the latest of them was counted; null when nothing was. */
    countedAt:
      rows
        .map(({ countedAt }) => countedAt)
        .toSorted()
        .at(-1) ?? null,
  };
}

function sumBy(rows: readonly IntakeRow[], keyOf: (row: IntakeRow) => string): Summed[] {
  const groups = Map.groupBy(rows, keyOf);
  return [...groups].map(([key, own]) => ({ key, figures: own.reduce<Figures>(add, NONE) }));
}

function add(sum: Figures, row: Figures): Figures {
  const next = { ...sum };
  for (const figure of FIGURES) next[figure] += row[figure];
  return next;
}
