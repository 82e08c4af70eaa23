import { mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { AppError, messageOf } from "@botdeck/core";
import { cacheFolder } from "@botdeck/local-stack";
import type { TestWorkflowEnvironment } from "@temporalio/testing";

import { ENVIRONMENTS, type EnvironmentKind } from "./workflow-clock/environments.ts";

/** On a server that cannot skip time a day takes two seconds. */
const SHORTER_BY = 43_200;

/** Temporal's number for the type Keyword in the operator API. */
const KEYWORD = 2;

export type WorkflowClock = {
  kind: EnvironmentKind;
  /** Its `result()` skips time to the end of the workflow where the server can. */
  client: TestWorkflowEnvironment["client"];
  /** For `Worker.create`, together with `namespace`. */
  nativeConnection: TestWorkflowEnvironment["nativeConnection"];
  namespace: string;
  /** What to give a workflow as the length of a wait that is `productionMs` long in production. */
  scaleMs(productionMs: number): number;
  /** Moves time forward by `productionMs` of production time, and returns when the timers in between have fired. */
  advance(productionMs: number): Promise<void>;
};

type ClockOptions = {
  /** Keyword search attributes the workflows set; one that is not registered makes the Java server hang. */
  keywordAttributes?: readonly string[];
  /** Only this way; otherwise the first that works here: BOTDECK_WORKFLOW_CLOCK names one for a whole run. */
  kind?: EnvironmentKind;
};

/**
 * The one way workflow tests move time. The test gives each duration as workflow input through `scaleMs`, moves time
 * with `advance`, and asserts the same in all three kinds.
 *
 *     await withWorkflowClock(async (clock) => {
 *       const worker = await Worker.create({ connection: clock.nativeConnection, namespace: clock.namespace, … });
 *       await worker.runUntil(async () => {
 *         const handle = await clock.client.workflow.start(reminder, { args: [{ afterMs: clock.scaleMs(2 * DAY_MS) }], … });
 *         await clock.advance(3 * DAY_MS);
 *         …
 *
 * The clock belongs to the whole server, so tests of one clock run one after another. Traps of the Java server:
 * - the time after `result()` is years ahead: never assert on "now", record times in a fake activity;
 * - `list`, `count` and schedules are not implemented: test those on a development server;
 * - cancelling a workflow before its activity was picked up leaves it stuck (sdk-java #2391);
 * - it holds everything in memory, and listens on all interfaces.
 */
export async function withWorkflowClock<Result>(
  work: (clock: WorkflowClock) => Promise<Result>,
  options: ClockOptions = {},
): Promise<Result> {
  const { environment, kind } = await createEnvironment(options.kind ?? namedKind(process.env.BOTDECK_WORKFLOW_CLOCK));
  const canSkip = kind !== "short-durations";
  const namespace = environment.namespace ?? "default";
  const scaleMs = (productionMs: number) => (canSkip ? productionMs : Math.ceil(productionMs / SHORTER_BY));
  try {
    const searchAttributes = Object.fromEntries((options.keywordAttributes ?? []).map((name) => [name, KEYWORD]));
    if (Object.keys(searchAttributes).length > 0) {
      await environment.connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    }
    return await work({
      kind,
      client: environment.client,
      nativeConnection: environment.nativeConnection,
      namespace,
      scaleMs,
      advance: (productionMs) => (canSkip ? environment.sleep(productionMs) : sleep(scaleMs(productionMs))),
    });
  } finally {
    await environment.teardown();
  }
}

async function createEnvironment(only: EnvironmentKind | undefined) {
  mkdirSync(cacheFolder(process.env, "temporal-test-server"), { recursive: true });
  const kinds = only === undefined ? (Object.keys(ENVIRONMENTS) as EnvironmentKind[]) : [only];
  const reasons: string[] = [];
  for (const kind of kinds) {
    try {
      return { environment: await ENVIRONMENTS[kind](process.env), kind };
    } catch (error) {
      reasons.push(`${kind}: ${messageOf(error)}`);
    }
  }
  throw new AppError("unreachable", `No server for workflow tests could be started here.\n${reasons.join("\n")}`);
}

function namedKind(name: string | undefined): EnvironmentKind | undefined {
  if (!name) return undefined;
  if (name in ENVIRONMENTS) return name as EnvironmentKind;
  throw new AppError(
    "invalid",
    `BOTDECK_WORKFLOW_CLOCK is ${name}; it may be ${Object.keys(ENVIRONMENTS).join(", ")}.`,
  );
}
