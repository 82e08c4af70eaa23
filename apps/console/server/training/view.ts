import type { ListedExample, ListedSet, TrainingRun } from "@botdeck/db";

export const exampleView = ({ saidAt, decidedAt, ...example }: ListedExample) => ({
  ...example,
  saidAt: saidAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});

/** @param now.isCurrent What is assigned now is what was evaluated. @param now.version As which it was published; null for never. */
export function runView(run: TrainingRun, now: { isCurrent: boolean; version: number | null }) {
  const { id, state, progress, chosen, before, after, changes, problem, askedByName, createdAt, finishedAt } = run;
  return {
    id,
    state,
    /** How far it is, from 0 to 1. */
    progress,
    phrases: Object.keys(chosen).length,
    before,
    after,
    changes,
    problem,
    askedByName,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    ...now,
  };
}

export const versionView = ({ createdAt, runId: _runId, ...set }: ListedSet) => ({
  ...set,
  createdAt: createdAt.toISOString(),
});
