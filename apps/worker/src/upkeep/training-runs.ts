import { messageOf, redactText } from "@botdeck/core";
import {
  announce,
  type DatabaseHandle,
  finishRun,
  isDatabaseAway,
  livePhrases,
  phrasesOf,
  takeRun,
  type TrainingRun,
} from "@botdeck/db";
import { type AnyBot, examplesOf, type ExamplesComparison } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";
import { compareInThread } from "../understanding/in-model-thread.ts";
import { taughtIntents } from "../understanding/taught-intents.ts";
import { holdRun } from "./hold-run.ts";

const EVERY_MS = 1_500;
/** Renewed while it is worked on, which may take many minutes: a worker that died is taken to be dead after so long. */
const LEASE_MS = 60_000;
/** More changes than these tell nobody more. */
const MOST_CHANGES = 100;

type Deps = {
  db: DatabaseHandle["db"];
  definitions: readonly AnyBot[];
  logger: Logger;
  signal?: AbortSignal;
  /** For tests. */
  leaseMs?: number;
  /** For tests; three times in the lease by default. */
  renewEveryMs?: number;
  /** For tests; in a thread by default. */
  compare?: typeof compareInThread;
};

/** Tries out what people assigned, when they ask for it: in a thread of its own, so that nothing waits for it. */
export function startTrainingRuns(deps: Deps & { everyMs?: number }): Role {
  const { logger, everyMs = EVERY_MS } = deps;
  const stopping = new AbortController();
  const looking = keepLooking(
    "training runs",
    async () => void (await tryOut({ ...deps, signal: stopping.signal })),
    logger,
    everyMs,
  );
  return {
    async stop() {
      stopping.abort();
      await looking.stop();
    },
  };
}

/** @returns False when nobody asked for anything. */
export async function tryOut(deps: Deps): Promise<boolean> {
  const { db, logger, signal, leaseMs = LEASE_MS, renewEveryMs = leaseMs / 3 } = deps;
  const run = await takeRun(db, leaseMs);
  if (run === null) return false;
  await announce(db, "botdeck_desk", ["training"]);
  const hold = holdRun(run, { db, leaseMs, renewEveryMs, logger });
  try {
    const signals = [hold.lost, ...(signal === undefined ? [] : [signal])];
    const watch = { signal: AbortSignal.any(signals), onProgress: hold.tell };
    const { before, after, changes } = await compare(run, watch, deps);
    await finishRun(db, run, { before, after, changes: changes.slice(0, MOST_CHANGES) });
  } catch (error) {
    if (hold.lost.aborted)
      logger.info({ bot: run.botCode }, "an evaluation that is not wanted from here any more is broken off");
    else if (isDatabaseAway(error) || signal?.aborted === true) throw error;
    else {
      logger.error({ err: error, bot: run.botCode }, "what was assigned could not be tried out");
      await finishRun(db, run, { problem: redactText(messageOf(error)) });
    }
  } finally {
    await hold.end();
  }
  await announce(db, "botdeck_desk", ["training"]);
  return true;
}

async function compare(
  run: TrainingRun,
  watch: { signal: AbortSignal; onProgress: (share: number) => void },
  { db, definitions, compare: compareExamples = compareInThread }: Deps,
): Promise<ExamplesComparison> {
  const own = definitions.find(({ code }) => code === run.botCode)?.intents;
  if (own === undefined) throw new Error("This worker has no such bot with intents");
  const live = (await livePhrases(db)).get(run.botCode) ?? [];
  const chosen = await phrasesOf(db, run.chosen);
  const [before, after] = [live, chosen].map((phrases) => examplesOf(taughtIntents(own, phrases)));
  return await compareExamples(before ?? [], after ?? [], watch);
}
