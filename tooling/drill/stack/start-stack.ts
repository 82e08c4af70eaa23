import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import {
  type Command,
  ensureDatabase,
  findTemporalCli,
  freePort,
  prepareTemporalServer,
  startProcessGroup,
} from "@botdeck/local-stack";

import { installDemoApp } from "../../start/demo-portal.ts";
import { answersOk } from "../../start/http.ts";
import { homeAt, openHome } from "../../start/home.ts";
import { DEMO_CLIENT_ID, localUrl, planPrograms, TEMPORAL_NAMESPACE } from "../../start/programs.ts";
import { keepSecrets } from "../../start/secrets.ts";
import { createPart, type Part } from "./part.ts";
import { createPostgresPart, type PostgresPart } from "./postgres-part.ts";

const FIRST_PORT = 18_100;

export type Gateway = Part & { url: string };

export type Stack = {
  postgres: PostgresPart;
  emulator: Part;
  gateways: readonly [Gateway, ...Gateway[]];
  workers: readonly [Part, ...Part[]];
  /** What the portal signs its events with. */
  identity: { memberId: string; applicationToken: string };
  /** Installs the app once more, which gives it new tokens. */
  installApp(): Promise<void>;
  /** Null unless it was wanted. */
  temporal: Part | null;
  emulatorUrl: string;
  databaseUrl: string;
  /** Connects another portal by an inbound webhook; its bots' events are fetched. */
  connectPortal(webhookUrl: string): Promise<void>;
  /** Another emulated portal, which nobody has connected yet. It ends with the stack. */
  startPortal(name: string): Promise<{ url: string }>;
  /** Everything of this run: data, logs, spools. */
  folder: string;
  logs: string;
  /** What must be found in no log and no column. */
  secrets: readonly string[];
  /** Ends every part. The folder goes too, unless it is wanted for a look. */
  stop(options?: { keepFolder?: boolean }): Promise<void>;
};

export type StackOptions = {
  gateways: number;
  workers: number;
  /** Without it the workers have no Temporal at all. */
  withTemporal: boolean;
  /** Modules with bots, beside the built-in ones. */
  ownBots?: readonly string[];
  /** `off`, or the portal's bucket as `50/2`. */
  portalLimit: string;
  report: (line: string) => void;
  /** Ends whatever runs by then, also in the middle of the start. */
  signal: AbortSignal;
};

/**
 * The real processes, without a supervisor that would restart what a drill kills: Postgres with fsync on, the emulated
 * portal with our app installed, gateways and workers on one database, and a durable Temporal server if wanted. All on
 * free ports, in a folder that goes when the drill ends.
 *
 * @throws AppError `unreachable` when Temporal is wanted and not here, or a part does not come up.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const repository = join(import.meta.dirname, "../../..");
  const folder = join(tmpdir(), `botdeck-drill-${process.pid}-${Date.now()}`);
  mkdirSync(folder, { mode: 0o755 });
  const home = homeAt(folder);
  openHome(home);
  const secrets = keepSecrets(home.secretsFile);
  const ports = await choosePorts();
  const parts: Part[] = [];
  const stop: Stack["stop"] = async ({ keepFolder = false } = {}) => {
    // Workers and gateways before what they need.
    for (const part of parts.splice(0).toReversed()) await part.stop();
    if (!keepFolder) rmSync(folder, { recursive: true, force: true });
  };
  options.signal.addEventListener("abort", () => void stop());
  const logFile = (name: string) => join(home.logs, `${name}.log`);
  const launch = async <Started extends Part>(part: Started): Promise<Started> => {
    options.signal.throwIfAborted();
    parts.push(part);
    await part.start();
    return part;
  };

  try {
    const cliPath = options.withTemporal ? await temporalCli(options) : null;
    const postgres = await launch(
      await createPostgresPart({ dataDir: home.postgres, port: ports.postgres, logFile: logFile("postgres") }),
    );
    await ensureDatabase(postgres.url("postgres"), "botdeck");
    const databaseUrl = postgres.url("botdeck");
    const programs = planPrograms({
      repository,
      environment: process.env,
      home,
      ports,
      secrets,
      databaseUrl,
      portal: null,
    });
    if (options.withTemporal) await runToEnd(programs.build, "build");
    await runToEnd(programs.migrate, "migrations");

    const temporal =
      cliPath === null
        ? null
        : await launch(await temporalPart(cliPath, home.temporal, ports.temporal, logFile("temporal")));
    const launchPortal = async (name: string, port: number) => {
      const command = withEnv(programs.emulator, {
        EMULATOR_PORT: String(port),
        EMULATOR_STATE_FILE: join(folder, name, "state.json"),
        EMULATOR_RECORD_FILE: join(folder, `${name}-record.jsonl`),
        EMULATOR_LIMIT: options.portalLimit,
      });
      mkdirSync(join(folder, name), { recursive: true });
      return await launch(createPart({ name, command, isReady: isHealthy(port), logFile: logFile(name) }));
    };
    const emulator = await launchPortal("emulator", ports.emulator);
    const gateways: Gateway[] = [];
    for (let index = 1; index <= options.gateways; index++) {
      const port = index === 1 ? ports.gateway : await freePort(FIRST_PORT + 200 + index * 20);
      const name = `gateway-${index}`;
      const command = withEnv(programs.gateway, {
        GATEWAY_PORT: String(port),
        GATEWAY_SPOOL_FOLDER: join(folder, "spool", name),
      });
      const part = createPart({ name, command, isReady: isHealthy(port), logFile: logFile(name) });
      gateways.push(Object.assign(await launch(part), { url: localUrl(port) }));
    }
    const bots = { WORKER_BOTS: (options.ownBots ?? []).join(",") };
    const workers: Part[] = [];
    for (let index = 1; index <= options.workers; index++) {
      const port = index === 1 ? ports.worker : await freePort(FIRST_PORT + 400 + index * 20);
      const name = `worker-${index}`;
      const command = withEnv(programs.worker, {
        WORKER_HEALTH_PORT: String(port),
        ...bots,
        ...(options.withTemporal ? {} : { TEMPORAL_ADDRESS: "" }),
      });
      workers.push(await launch(createPart({ name, command, isReady: isHealthy(port), logFile: logFile(name) })));
    }
    const installApp = async () =>
      await installDemoApp({
        emulatorUrl: localUrl(ports.emulator),
        gatewayUrl: localUrl(ports.gateway),
        clientId: DEMO_CLIENT_ID,
        clientSecret: secrets.demoClientSecret,
      });
    const identity = await installApp();
    return {
      identity,
      installApp: async () => void (await installApp()),
      postgres,
      emulator,
      gateways: gateways as unknown as Stack["gateways"], // safe: at least one was asked for
      workers: workers as unknown as Stack["workers"], // safe: at least one was asked for
      temporal,
      emulatorUrl: localUrl(ports.emulator),
      databaseUrl,
      connectPortal: async (webhookUrl) =>
        await runToEnd(
          withEnv({ ...programs.connectPortal, args: [...programs.connectPortal.args, "--portal", webhookUrl] }, bots),
          "connect",
        ),
      startPortal: async (name) => {
        const port = await freePort(FIRST_PORT + 600);
        await launchPortal(name, port);
        return { url: localUrl(port) };
      },
      folder,
      logs: home.logs,
      secrets: [identity.applicationToken, secrets.secretKey, secrets.demoClientSecret, new URL(databaseUrl).password],
      stop,
    };
  } catch (error) {
    await stop({ keepFolder: !options.signal.aborted });
    options.report(`The stack did not come up; its logs are in ${home.logs}`);
    throw error;
  }
}

const isHealthy = (port: number) => () => answersOk(`${localUrl(port)}/health`);

const withEnv = (command: Command, env: Readonly<Record<string, string>>): Command => ({
  ...command,
  env: { ...command.env, ...env },
});

/** High ones, so that a drill beside a running system takes none of its ports. */
async function choosePorts() {
  const next = async (index: number) => await freePort(FIRST_PORT + index * 20);
  return {
    gateway: await next(0),
    console: await next(1),
    worker: await next(2),
    emulator: await next(3),
    postgres: await next(4),
    temporal: await next(5),
  };
}

async function temporalCli({ report, signal }: StackOptions): Promise<string> {
  const cli = await findTemporalCli({ environment: process.env, onProgress: report, signal });
  if (!cli.ok) throw new AppError("unreachable", `${cli.reason} ${cli.advice}`);
  return cli.path;
}

async function temporalPart(cliPath: string, dataDir: string, port: number, logFile: string): Promise<Part> {
  const { command, isReady } = await prepareTemporalServer({ cliPath, dataDir, namespace: TEMPORAL_NAMESPACE }, port);
  return createPart({ name: "temporal", command, isReady, logFile });
}

async function runToEnd(command: Command, name: string): Promise<void> {
  const lines: string[] = [];
  const group = await startProcessGroup(command, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new AppError("unreachable", `${name} failed:\n${lines.slice(-10).join("\n")}`);
}
