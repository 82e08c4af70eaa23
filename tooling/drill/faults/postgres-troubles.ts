import { setTimeout as pause } from "node:timers/promises";

import { type DatabaseHandle, connect } from "@botdeck/db";
import { sql } from "drizzle-orm";

import { openDrillTables } from "../drill-tables.ts";
import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";
import type { Outcome } from "../stage.ts";
import type { Downfall } from "../stack/postgres-part.ts";

/** Longer than this no dialog may wait once Postgres is well. */
const RECOVER_WITHIN_MS = 5_000;
/** Slower than this no answer to a sender may be, whatever Postgres does. Half of it is the aim where nothing else runs. */
const INTAKE_P99_MS = 2_000;
/** More than the server has. */
const GREEDY_CONNECTIONS = 300;

function promiseCalm(outcome: Outcome): Outcome {
  promiseNoneRefused(outcome);
  promiseNoneDead(outcome);
  const { p99 } = outcome.intakeMs;
  promise(outcome, p99 <= INTAKE_P99_MS, `99 of 100 senders were answered within ${p99} ms, not ${INTAKE_P99_MS}`);
  const isBack = outcome.recoverMs <= RECOVER_WITHIN_MS;
  promise(outcome, isBack, `a dialog waited ${outcome.recoverMs} ms after Postgres was well again`);
  return outcome;
}

/** Row 7: Postgres goes down in one of its ways, stays away, and comes back. */
const restart = (name: string, downfall: Downfall, awayMs: (isLong: boolean) => number): Fault => ({
  name,
  async run({ stack, underLoad, isLong }) {
    const outcome = await underLoad({ messages: null }, async () => {
      await pause(1_500);
      await stack.postgres.restart(downfall, awayMs(isLong));
      await pause(1_500);
    });
    return promiseCalm(outcome);
  },
});

/** Row 9: Postgres takes connections and answers nothing. */
const frozen: Fault = {
  name: "postgres-frozen",
  async run({ stack, underLoad, isLong }) {
    const outcome = await underLoad({ messages: null }, async (load) => {
      await pause(1_500);
      stack.postgres.freezeAll();
      await pause(isLong ? 30_000 : 5_000);
      stack.postgres.thawAll();
      load.healed();
      await pause(1_500);
    });
    return promiseCalm(outcome);
  },
};

/** Row 8: somebody ends our connections, again and again. */
const terminated: Fault = {
  name: "postgres-terminated",
  async run({ tables, underLoad }) {
    const outcome = await underLoad({ messages: null }, async (load) => {
      for (let round = 0; round < 10; round++) {
        await pause(300);
        await tables.terminateBackends();
      }
      load.healed();
      await pause(1_500);
    });
    return promiseCalm(outcome);
  },
};

/** Row 8: idle clients have all connections, and ours are ended, so that none comes back. */
const exhausted: Fault = {
  name: "postgres-exhausted",
  async run({ stack, underLoad, isLong }) {
    const outcome = await underLoad({ messages: null }, async (load) => {
      await pause(1_000);
      // Has its connection before they are gone.
      const own = openDrillTables(stack.databaseUrl);
      await own.refillBudget();
      const greedy = connect(stack.databaseUrl, { max: GREEDY_CONNECTIONS, applicationName: "drill-greedy" });
      const heldMs = isLong ? 60_000 : 4_000;
      const held = Array.from({ length: GREEDY_CONNECTIONS }, () => hold(greedy, heldMs));
      await pause(1_000);
      // The greedy ones ask on and on, so they get what is set free here.
      await own.terminateBackends();
      await pause(heldMs);
      await own.close();
      await greedy.close();
      await Promise.all(held);
      load.healed();
      await pause(1_500);
    });
    return promiseCalm(outcome);
  },
};

/** One connection that is taken and does nothing. */
async function hold({ db }: DatabaseHandle, forMs: number): Promise<void> {
  await db.execute(sql`select pg_sleep(${forMs / 1_000})`).catch(() => {});
}

/** Row 8: a forgotten transaction keeps a lock that every new event has to wait for. */
const blocked: Fault = {
  name: "postgres-blocked",
  async run({ tables, underLoad, isLong }) {
    const outcome = await underLoad({ messages: null }, async (load) => {
      await pause(1_000);
      await tables.db
        .transaction(async (tx) => {
          await tx.execute(sql`lock table inbox_event in share mode`);
          await pause(isLong ? 60_000 : 5_000);
        })
        // The server may end it first, which is as good.
        .catch(() => {});
      load.healed();
      await pause(1_500);
    });
    return promiseCalm(outcome);
  },
};

export const postgresTroubles: readonly Fault[] = [
  restart("postgres-fast", "fast", () => 0),
  restart("postgres-immediate", "immediate", () => 0),
  restart("postgres-kill", "kill", () => 0),
  restart("postgres-away", "fast", (isLong) => (isLong ? 60_000 : 5_000)),
  frozen,
  terminated,
  exhausted,
  blocked,
];
