import { randomBytes } from "node:crypto";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";
import { Client, Connection } from "@temporalio/client";

import { callJson } from "../../start/http.ts";
import { readBenchArguments } from "../bench-arguments.ts";
import { addPortals } from "../bench-portals.ts";
import { atLeast, atMost, type Figure, printFigures } from "../figures.ts";
import { openStage, type Stage } from "../stage.ts";
import { type Program, startProgram } from "../start-program.ts";
import { median, medianRatio } from "../statistics.ts";
import { createOrigins, type Origins } from "./flow-origins.ts";
import { createBareSide, createReturnSide } from "./flow-side.ts";
import { type FlowRun, measureFlows } from "./measure-flows.ts";
import { measureResume, type Part } from "./measure-resume.ts";
import { prepareTemporalPart } from "./temporal-part.ts";

const HELP = `Measures our return of a product on Temporal beside a bare flow with as many steps, on the same server. Four minutes.

  pnpm bench workflows            prints the figures and what they have to reach
  pnpm bench workflows --json     one JSON line per figure
  pnpm bench workflows --quick    one short round: a first look, not a measurement

The server is the durable development server; the worker is ours with the role flows. Ends with 1 when it could not
measure, or when a return did not end as it should.
`;

const NAMESPACE = "bench";
const READY_TIMEOUT_MS = 60_000;
type Length = { rounds: number; flows: number };
const TRUE_LENGTH: Length = { rounds: 3, flows: 300 };
const QUICK_LENGTH: Length = { rounds: 1, flows: 60 };

type World = {
  stage: Stage;
  client: Client;
  origins: Origins;
  server: Part;
  worker: Part;
  close(): Promise<void>;
};

async function openWorld(report: (line: string) => void): Promise<World> {
  const stage = await openStage();
  const closing: (() => Promise<unknown>)[] = [stage.close];
  const close = async () => {
    for (const end of closing.splice(0).toReversed()) await end();
  };
  try {
    const secretKey = randomBytes(32).toString("base64");
    const { databaseUrl, folder } = stage;
    const clientEndpoint = "http://127.0.0.1:9/rest/";
    const [portal] = await addPortals({ databaseUrl, secretKey, count: 1, clientEndpoint, botCode: "store" });
    if (portal === undefined) throw new AppError("invariant", "No portal was added");
    const origins = createOrigins(databaseUrl, portal);
    closing.push(origins.close);

    const server = await prepareTemporalPart({ folder, namespace: NAMESPACE, environment: process.env, report });
    closing.push(server.stop);
    await server.start();
    const { address } = server;
    const bare = await startProgram({
      script: "tooling/bench/workflows/bare-worker.ts",
      args: (healthPort) => [String(healthPort), address, NAMESPACE],
      logFile: join(folder, "bare.log"),
    });
    closing.push(bare.stop);
    const startWorker = () =>
      startProgram({
        script: "apps/worker/src/main.ts",
        env: (healthPort) => ({
          DATABASE_URL: databaseUrl,
          BOTDECK_SECRET_KEY: secretKey,
          WORKER_ROLES: "flows",
          WORKER_HEALTH_PORT: String(healthPort),
          WORKER_WORKFLOW_BUNDLE: join(import.meta.dirname, "../../../apps/worker/dist/workflows.js"),
          GATEWAY_PUBLIC_URL: "http://127.0.0.1:9",
          TEMPORAL_ADDRESS: address,
          TEMPORAL_NAMESPACE: NAMESPACE,
        }),
        logFile: join(folder, "worker.log"),
      });
    let worker: Program = await startWorker();
    closing.push(() => worker.stop());
    const isRunning = async () => {
      const health = await callJson(`http://127.0.0.1:${worker.port}/health`);
      return typeof health === "object" && health !== null && "flows" in health && health.flows === "ready";
    };
    if (!(await waitUntil(isRunning, { timeoutMs: READY_TIMEOUT_MS, everyMs: 200 }))) {
      throw new AppError("unreachable", "The worker's flows did not come up");
    }
    const connection = await Connection.connect({ address });
    closing.push(() => connection.close());
    const client = new Client({ connection, namespace: NAMESPACE });
    return {
      stage,
      client,
      origins,
      close,
      server,
      worker: {
        kill: () => worker.kill(),
        start: async () => {
          worker = await startWorker();
        },
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function measure(world: World, { rounds, flows }: Length, report: (line: string) => void): Promise<Figure[]> {
  const sides = { own: createReturnSide(world.client, world.origins), bare: createBareSide(world.client) };
  report("warm-up");
  for (const side of [sides.own, sides.bare]) await measureFlows(side, Math.ceil(flows / 5));
  const runs: Record<keyof typeof sides, FlowRun[]> = { own: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    report(`round ${round + 1}: ${flows} flows each`);
    runs.bare.push(await measureFlows(sides.bare, flows));
    runs.own.push(await measureFlows(sides.own, flows));
  }
  report("the server is killed, and comes back");
  const resumes = { workerUp: [] as number[], both: [] as number[] };
  const databaseUrl = world.stage.databaseUrl;
  const { client, origins, server, worker } = world;
  for (let round = 0; round < rounds; round++) {
    resumes.workerUp.push(await measureResume(client, { databaseUrl, origins, server, worker: null }));
    resumes.both.push(await measureResume(client, { databaseUrl, origins, server, worker }));
  }
  const rates = (side: keyof typeof sides, part: "startsPerSecond" | "flowsPerSecond") =>
    runs[side].map((run) => run[part]);
  const wrong = runs.own.reduce((sum, { outcomes }) => sum + flows - (outcomes.get("declined") ?? 0), 0);
  return [
    atLeast("flowsVsBare", medianRatio(rates("own", "flowsPerSecond"), rates("bare", "flowsPerSecond")), "x", 0.7),
    atLeast("startsVsBare", medianRatio(rates("own", "startsPerSecond"), rates("bare", "startsPerSecond")), "x", null),
    ...(["own", "bare"] as const).flatMap((side) => [
      atLeast(`${side}FlowsPerSecond`, median(rates(side, "flowsPerSecond")), "flows/s", null),
      atLeast(`${side}StartsPerSecond`, median(rates(side, "startsPerSecond")), "starts/s", null),
    ]),
    atMost("resumeMs", median(resumes.workerUp), "ms", 1_000),
    atMost("resumeWithWorkerMs", median(resumes.both), "ms", 7_000),
    atMost("endedOtherwise", wrong, "flows", 0),
  ];
}

/** @throws AppError `invariant` when a return did not end with its decision. */
export async function benchWorkflows(args: readonly string[]): Promise<void> {
  const options = readBenchArguments(args, HELP);
  if (options === null) return;
  const world = await openWorld(options.report);
  try {
    const figures = await measure(world, options.isQuick ? QUICK_LENGTH : TRUE_LENGTH, options.report);
    printFigures("workflows", figures, options.isJson);
    const wrong = figures.find(({ figure }) => figure === "endedOtherwise");
    if (wrong !== undefined && wrong.value > 0) {
      throw new AppError("invariant", `${wrong.value} returns did not end with the manager's decision`);
    }
  } finally {
    await world.close();
  }
}
