import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";
import type { Downfall } from "../stack/postgres-part.ts";

/** Longer than this no dialog may wait once Postgres is back. */
const RECOVER_WITHIN_MS = 5_000;

/** Row 7: Postgres goes down in one of its ways, stays away, and comes back. */
const postgresRestart = (name: string, downfall: Downfall, awayMs: (isLong: boolean) => number): Fault => ({
  name,
  async run({ stack, underLoad, isLong }) {
    const outcome = await underLoad({}, async (load) => {
      await load.until(0.3);
      await stack.postgres.restart(downfall, awayMs(isLong));
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    promise(
      outcome,
      outcome.recoverMs <= RECOVER_WITHIN_MS,
      `a dialog waited ${outcome.recoverMs} ms after Postgres was back`,
    );
    return outcome;
  },
});

export const postgresRestarts: readonly Fault[] = [
  postgresRestart("postgres-fast", "fast", () => 0),
  postgresRestart("postgres-immediate", "immediate", () => 0),
  postgresRestart("postgres-kill", "kill", () => 0),
  postgresRestart("postgres-away", "fast", (isLong) => (isLong ? 60_000 : 5_000)),
];
