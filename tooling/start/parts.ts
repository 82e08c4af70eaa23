import { type Command, findTemporalCli, type PreparedPostgres, prepareTemporalServer } from "@botdeck/local-stack";

import { connectDemoOrders } from "./demo-orders.ts";
import { installDemoPortal } from "./demo-portal.ts";
import { answersOk } from "./http.ts";
import type { Part, Preparation, Service, Task } from "./part.ts";
import { DEMO_CLIENT_ID, localUrl, planPrograms, type ProgramInput, TEMPORAL_NAMESPACE } from "./programs.ts";

const SEARCH_ATTRIBUTES = { B24Portal: "Keyword", BotCode: "Keyword", BotStage: "Keyword" };

export type PlanInput = ProgramInput & { postgres: PreparedPostgres };

/** Everything `pnpm start` runs. A part begins when those named in its `after` are ready. */
export function planParts(input: PlanInput): Part[] {
  const { ports } = input;
  const programs = planPrograms(input);
  const ofPortal =
    input.portal === null
      ? [app("emulator", ["build"], ports.emulator, programs.emulator, "portal")]
      : [task("portal", ["migrations"], programs.connectPortal, { showsLastLine: true })];
  return [
    { kind: "service", name: "postgres", after: [], layer: "backing", prepare: () => preparedPostgres(input) },
    {
      kind: "service",
      name: "temporal",
      after: [],
      layer: "backing",
      // Getting it may take minutes; until then workflow effects wait in the outbox and all else works.
      isOptional: true,
      prepare: (report, signal) => prepareTemporal(input, report, signal),
    },
    task("build", [], programs.build),
    task("migrations", ["postgres"], programs.migrate),
    task("log-ins", ["migrations"], programs.seedLogins),
    ...ofPortal,
    app("gateway", ["migrations"], ports.gateway, programs.gateway),
    app("worker", ["migrations", "build"], ports.worker, programs.worker),
    app("console", ["migrations", "build"], ports.console, programs.console),
    ...(input.portal === null ? [demoPortal(input)] : []),
  ];
}

function task(name: string, after: string[], command: Command, { showsLastLine = false } = {}): Task {
  return {
    kind: "task",
    name,
    after,
    run: async ({ runProgram }) => {
      const lastLine = await runProgram(command);
      return showsLastLine ? lastLine : undefined;
    },
  };
}

function app(name: string, after: string[], port: number, command: Command, layer: Service["layer"] = "app"): Service {
  const url = localUrl(port);
  const program = { command, isReady: () => answersOk(`${url}/health`), note: url };
  return { kind: "service", name, after, layer, prepare: async () => ({ ok: true, program }) };
}

function demoPortal({ ports, secrets, databaseUrl }: PlanInput): Task {
  const emulatorUrl = localUrl(ports.emulator);
  return {
    kind: "task",
    name: "demo-portal",
    after: ["emulator", "gateway", "worker"],
    run: async ({ signal }) => {
      const { secretKey, demoClientSecret: clientSecret } = secrets;
      const demo = { emulatorUrl, gatewayUrl: localUrl(ports.gateway), clientId: DEMO_CLIENT_ID, clientSecret };
      const bots = await installDemoPortal(demo, { databaseUrl, secretKey, signal });
      await connectDemoOrders({ emulatorUrl, databaseUrl, secretKey });
      return bots.length > 0 ? `bots: ${bots.join(", ")}` : "no bot has registered yet; worker.log says why";
    },
  };
}

async function preparedPostgres({ postgres, ports }: PlanInput): Promise<Preparation> {
  return { ok: true, program: { ...postgres, note: `127.0.0.1:${ports.postgres}` } };
}

async function prepareTemporal(
  { environment, home, ports }: PlanInput,
  report: (note: string) => void,
  signal: AbortSignal,
): Promise<Preparation> {
  const cli = await findTemporalCli({ environment, onProgress: report, signal });
  if (!cli.ok) return { ok: false, reason: `${cli.reason} Workflows wait until there is one. ${cli.advice}` };
  const options = {
    cliPath: cli.path,
    dataDir: home.temporal,
    namespace: TEMPORAL_NAMESPACE,
    searchAttributes: SEARCH_ATTRIBUTES,
  };
  const server = await prepareTemporalServer(options, ports.temporal);
  return { ok: true, program: { ...server, note: server.address } };
}
