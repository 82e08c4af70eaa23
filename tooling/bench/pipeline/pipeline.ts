import { join } from "node:path";

import { connect } from "@botdeck/db";
import { freePort } from "@botdeck/local-stack";

import { addPortals } from "../bench-portals.ts";
import { runTask } from "../run-task.ts";
import type { Stage } from "../stage.ts";
import { type Program, startProgram } from "../start-program.ts";
import { RoundTripOutcome, type RoundTripTask } from "./round-trip-task.ts";

type Run = Pick<RoundTripTask, "portals" | "offer" | "warmUpMs" | "measureMs">;

export type Pipeline = {
  databaseUrl: string;
  /** Sends events to our gateway, or to the direct handler, and hears the replies. */
  run(side: "own" | "direct", run: Run): Promise<RoundTripOutcome>;
  useWorkers(count: number): Promise<void>;
  /** Over all runs so far: events with a 200 and without a reply, and replies too many. */
  tally(): { lost: number; doubled: number };
  stop(): Promise<void>;
};

const MIN_DIALOGS = 200;

/** The real gateway and worker, and portals that all are one stub; the process that plays the portal comes with each run. */
export async function createPipeline(
  stage: Stage,
  { secretKey, portals }: { secretKey: string; portals: number },
): Promise<Pipeline> {
  const portalPort = await freePort();
  const { databaseUrl, folder } = stage;
  const clientEndpoint = `http://127.0.0.1:${portalPort}/rest/`;
  await addPortals({ databaseUrl, secretKey, count: portals, clientEndpoint, botCode: "store" });

  const stored = { DATABASE_URL: databaseUrl, BOTDECK_SECRET_KEY: secretKey };
  const gateway = await startProgram({
    script: "apps/gateway/src/main.ts",
    env: (port) => ({
      ...stored,
      GATEWAY_PORT: String(port),
      GATEWAY_SPOOL_FOLDER: join(folder, "spool"),
      GATEWAY_DRAIN_MS: "0",
    }),
    logFile: join(folder, "gateway.log"),
  });
  const direct = await startProgram({
    script: "tooling/bench/pipeline/direct-handler.ts",
    args: (port) => [String(port), String(portalPort)],
    logFile: join(folder, "direct.log"),
  });
  const workers: Program[] = [];
  const startWorker = () =>
    startProgram({
      script: "apps/worker/src/main.ts",
      env: (port) => ({
        ...stored,
        WORKER_ROLES: "runtime,deliverer",
        WORKER_HEALTH_PORT: String(port),
        GATEWAY_PUBLIC_URL: `http://127.0.0.1:${gateway.port}`,
      }),
      logFile: join(folder, "worker.log"),
    });
  const useWorkers = async (count: number) => {
    while (workers.length < count) workers.push(await startWorker());
    await Promise.all(workers.splice(count).map((worker) => worker.stop()));
  };
  await useWorkers(1);

  let [firstNumber, accepted, replies, failed] = [0, 0, 0, 0];
  return {
    databaseUrl,
    useWorkers,
    // A reply that came after its run had ended is counted by the next one.
    tally: () => ({ lost: Math.max(0, accepted - replies), doubled: Math.max(0, replies - accepted - failed) }),
    async run(side, run) {
      await refillBudgets(databaseUrl);
      const task: RoundTripTask = {
        ...run,
        gatewayPort: side === "own" ? gateway.port : direct.port,
        portalPort,
        dialogs: Math.max(MIN_DIALOGS, run.portals),
        firstNumber,
      };
      const outcome = await runTask(join(import.meta.dirname, "round-trip-main.ts"), task, RoundTripOutcome);
      firstNumber = outcome.nextNumber;
      if (side === "own") {
        accepted += outcome.accepted;
        replies += outcome.replies;
        failed += outcome.refused;
      }
      return outcome;
    },
    async stop() {
      await Promise.all([gateway, direct, ...workers].map((program) => program.stop()));
    },
  };
}

/** What is measured is the pipeline, and not how long a portal's plan makes it wait. */
async function refillBudgets(databaseUrl: string): Promise<void> {
  const handle = connect(databaseUrl, { max: 1, applicationName: "botdeck-bench" });
  await handle.sql`update rate_budget set arrival_at = now()`;
  await handle.close();
}
