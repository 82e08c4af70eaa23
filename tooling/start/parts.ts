import { delimiter, join } from "node:path";

import {
  type Command,
  findTemporalCli,
  type PreparedPostgres,
  prepareTemporalServer,
} from "@botdeck/local-stack";

import { installDemoPortal } from "./demo-portal.ts";
import type { Home } from "./home.ts";
import { answersOk } from "./http.ts";
import type { Part, Preparation, Service } from "./part.ts";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";

const TEMPORAL_NAMESPACE = "botdeck";
const SEARCH_ATTRIBUTES = { B24Portal: "Keyword", BotCode: "Keyword", BotStage: "Keyword" };
const DEMO_CLIENT_ID = "local.botdeck";

export type PlanInput = {
  repository: string;
  environment: Record<string, string | undefined>;
  home: Home;
  ports: Ports;
  secrets: Secrets;
  postgres: PreparedPostgres;
  databaseUrl: string;
  /** Inbound webhook of a real portal; null for the demo portal. */
  portal: URL | null;
};

/** Everything `pnpm start` runs, with the environment each program gets. A part follows those it names in `after`. */
export function planParts(input: PlanInput): Part[] {
  const { repository, environment, home, ports, secrets, postgres, databaseUrl, portal } = input;
  const url = (port: number) => `http://127.0.0.1:${port}`;

  const shared = {
    NODE_ENV: "production",
    LOG_LEVEL: environment.LOG_LEVEL || "info",
    DATABASE_URL: databaseUrl,
    BOTDECK_SECRET_KEY: secrets.secretKey,
    PATH: [join(repository, "node_modules", ".bin"), environment.PATH ?? ""].join(delimiter),
    DO_NOT_TRACK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
  };
  const node = (script: string, env: Record<string, string> = {}, args: readonly string[] = []): Command => ({
    file: process.execPath,
    args: [join(repository, script), ...args],
    cwd: repository,
    env: { ...shared, ...env },
  });
  const app = (name: string, after: string[], port: number, command: Command, layer: Service["layer"] = "app"): Service => ({
    kind: "service",
    name,
    after,
    layer,
    prepare: async () => ({
      ok: true,
      program: { command, isReady: () => answersOk(`${url(port)}/health`), note: url(port) },
    }),
  });

  const bitrix = { B24_CLIENT_ID: DEMO_CLIENT_ID, B24_CLIENT_SECRET: secrets.demoClientSecret };
  const temporalEnv = { TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`, TEMPORAL_NAMESPACE };
  const consoleEnv = { BETTER_AUTH_SECRET: secrets.betterAuthSecret };
  const gateway = node("apps/gateway/src/main.ts", {
    ...bitrix,
    GATEWAY_PORT: String(ports.gateway),
    GATEWAY_PUBLIC_URL: url(ports.gateway),
    GATEWAY_SPOOL_DIR: home.gatewaySpool,
  });
  const worker = node("apps/worker/src/main.ts", {
    ...bitrix,
    ...temporalEnv,
    GATEWAY_PUBLIC_URL: url(ports.gateway),
    WORKER_HEALTH_PORT: String(ports.worker),
  });
  const consoleServer = node("apps/console/server/main.ts", {
    ...consoleEnv,
    ...temporalEnv,
    CONSOLE_PORT: String(ports.console),
    CONSOLE_PUBLIC_URL: url(ports.console),
  });
  const emulator = node("apps/emulator/src/main.ts", {
    EMULATOR_PORT: String(ports.emulator),
    EMULATOR_STATE_FILE: home.emulatorState,
  });

  return [
    {
      kind: "service",
      name: "postgres",
      after: [],
      layer: "backing",
      prepare: async () => ({ ok: true, program: { ...postgres, note: `127.0.0.1:${ports.postgres}` } }),
    },
    {
      kind: "service",
      name: "temporal",
      after: [],
      layer: "backing",
      prepare: (report, signal) => prepareTemporal(input, report, signal),
    },
    {
      kind: "task",
      name: "web pages",
      after: [],
      run: async ({ runProgram }) => {
        await runProgram({ file: "turbo", args: ["run", "build"], cwd: repository, env: shared });
        return undefined;
      },
    },
    {
      kind: "task",
      name: "migrations",
      after: ["postgres"],
      run: async ({ runProgram }) => {
        await runProgram(node("packages/db/src/migrate.ts"));
        return undefined;
      },
    },
    {
      kind: "task",
      name: "log-ins",
      after: ["migrations"],
      run: async ({ runProgram }) => {
        await runProgram(node("apps/console/server/seed-logins.ts", { ...consoleEnv, DEMO_PASSWORD: secrets.demoPassword }));
        return undefined;
      },
    },
    ...(portal === null
      ? [app("emulator", ["web pages"], ports.emulator, emulator, "portal")]
      : [connectTask(node("apps/worker/src/connect.ts", temporalEnv, ["--portal", portal.href]))]),
    app("gateway", ["migrations"], ports.gateway, gateway),
    app("worker", ["migrations"], ports.worker, worker),
    app("console", ["migrations", "web pages"], ports.console, consoleServer),
    ...(portal === null ? [demoPortalTask(input)] : []),
  ];
}

function connectTask(command: Command): Part {
  return {
    kind: "task",
    name: "portal",
    after: ["migrations"],
    run: async ({ runProgram }) => {
      await runProgram(command);
      return undefined;
    },
  };
}

function demoPortalTask({ ports, secrets }: PlanInput): Part {
  return {
    kind: "task",
    name: "demo portal",
    after: ["emulator", "gateway", "worker"],
    run: async ({ signal }) => {
      const bots = await installDemoPortal({
        emulatorUrl: `http://127.0.0.1:${ports.emulator}`,
        gatewayUrl: `http://127.0.0.1:${ports.gateway}`,
        clientId: DEMO_CLIENT_ID,
        clientSecret: secrets.demoClientSecret,
        signal,
      });
      return `bots: ${bots.join(", ")}`;
    },
  };
}

async function prepareTemporal(
  { environment, home, ports }: PlanInput,
  report: (note: string) => void,
  signal: AbortSignal,
): Promise<Preparation> {
  const cli = await findTemporalCli({ environment, onProgress: report, signal });
  if (!cli.ok) return { ok: false, reason: `${cli.reason} Workflows wait until there is one. ${cli.advice}` };
  const server = await prepareTemporalServer(
    {
      cliPath: cli.path,
      dataDir: home.temporal,
      namespace: TEMPORAL_NAMESPACE,
      searchAttributes: SEARCH_ATTRIBUTES,
    },
    ports.temporal,
  );
  return { ok: true, program: { ...server, note: server.address } };
}
