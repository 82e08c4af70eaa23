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

const EVERY_MS = 1_500;
/** Thousands of phrases are learned some ten times over; a worker that died is taken to be dead after so long. */
const LEASE_MS = 10 * 60_000;
/** More changes than these tell nobody more. */
const MOST_CHANGES = 100;

type Deps = { db: DatabaseHandle["db"]; definitions: readonly AnyBot[]; logger: Logger; signal?: AbortSignal };

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
  const { db, logger, signal } = deps;
  const run = await takeRun(db, LEASE_MS);
  if (run === null) return false;
  await announce(db, "botdeck_desk", ["training"]);
  try {
    const { before, after, changes } = await compare(run, deps);
    await finishRun(db, run, { before, after, changes: changes.slice(0, MOST_CHANGES) });
  } catch (error) {
    if (isDatabaseAway(error) || signal?.aborted === true) throw error;
    logger.error({ err: error, bot: run.botCode }, "what was assigned could not be tried out");
    await finishRun(db, run, { problem: redactText(messageOf(error)) });
  }
  await announce(db, "botdeck_desk", ["training"]);
  return true;
}

async function compare(run: TrainingRun, { db, definitions, signal }: Deps): Promise<ExamplesComparison> {
  const own = definitions.find(({ code }) => code === run.botCode)?.intents;
  if (own === undefined) throw new Error("This worker has no such bot with intents");
  const live = (await livePhrases(db)).get(run.botCode) ?? [];
  const chosen = await phrasesOf(db, run.chosen);
  const [before, after] = [live, chosen].map((phrases) => examplesOf(taughtIntents(own, phrases)));
  return await compareInThread(before ?? [], after ?? [], signal);
}
