import type { Outcome, Stage } from "./stage.ts";

/** One way in which something goes wrong, with what must hold all the same: rows of the table in docs/drill.md. */
export type Fault = {
  /** Kebab-case; how `--only` names it. */
  name: string;
  /** Needs a Temporal server in the stack. */
  withTemporal?: true;
  /** Why it cannot be done on this machine, for people; null when it can. */
  whyNot?: () => string | null;
  run(stage: Stage): Promise<Outcome>;
};

/** Notes a promise that did not hold. */
export function promise(outcome: Outcome, isKept: boolean, words: string): void {
  if (!isKept) outcome.broken.push(words);
}

/** No first delivery failed: what a portal does not repeat was not wasted. */
export function promiseNoneRefused(outcome: Outcome): void {
  promise(outcome, outcome.refused === 0, `${outcome.refused} first deliveries failed`);
}

/** Nothing healthy ended among the dead letters. */
export function promiseNoneDead(outcome: Outcome): void {
  promise(outcome, outcome.dead === 0, `${outcome.dead} healthy events became dead letters`);
}
