import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import {
  type Command,
  ensureDatabase,
  findTemporalCli,
  freePort,
  prepareTemporalServer,
  type ProcessGroup,
  startPostgres,
  startProcessGroup,
  waitUntil,
} from "@botdeck/local-stack";

import { installDemoPortal } from "../start/demo-portal.ts";
import { answersOk } from "../start/http.ts";
import type { Ports } from "../start/ports.ts";
import { DEMO_CLIENT_ID, localUrl, planPrograms, TEMPORAL_NAMESPACE } from "../start/programs.ts";
import { homeAt, openHome } from "../start/home.ts";
import { keepSecrets } from "../start/secrets.ts";

const READY_TIMEOUT_MS = 60_000;

export type DrillStack = {
  emulatorUrl: string;
  databaseUrl: string;
  /** Ends a part at once, as a power cut would (SIGKILL). */
  kill(part: "worker" | "temporal"): Promise<void>;
  /** Starts a killed part again, on its old data. */
  restart(part: "worker" | "temporal"): Promise<void>;
  /** Where the parts write their logs. */
  logs: string;
  /** Ends every part. The folder with data and logs goes too, unless it is wanted for a look. */
  stop(options?: { keepFolder?: boolean }): Promise<void>;
};

/**
 * The real processes, without a supervisor that would restart what a drill kills: Postgres with fsync on, a durable
 * Temporal server, the emulated portal, gateway and worker, in a folder that goes when the drill ends.
 *
 * @throws AppError `unreachable` when there is no Temporal server here, or a part does not come up.
 */
export async function startDrillStack(options: {
  report: (line: string) => void;
  /** Ends whatever runs by then, also in the middle of the start. */
  signal: AbortSignal;
}): Promise<DrillStack> {
  const repository = join(import.meta.dirname, "../..");
  const folder = join(tmpdir(), `botdeck-drill-${process.pid}-${Date.now()}`);
  mkdirSync(folder, { mode: 0o755 });
  const home = homeAt(folder);
  openHome(home);
  const secrets = keepSecrets(home.secretsFile);
  const ports = await freePorts();
  const ended: (() => Promise<unknown>)[] = [];
  const stop: DrillStack["stop"] = async ({ keepFolder = false } = {}) => {
    for (const end of ended.splice(0).toReversed()) await end();
    if (!keepFolder) rmSync(folder, { recursive: true, force: true });
  };
  const logTo = (name: string) => (line: string) => appendFileSync(join(home.logs, `${name}.log`), `${line}\n`);

  options.signal.addEventListener("abort", () => void stop());

  try {
    const cli = await findTemporalCli({ environment: process.env, onProgress: options.report, signal: options.signal });
    if (!cli.ok) throw new AppError("unreachable", `${cli.reason} ${cli.advice}`);
    const postgres = await startPostgres({ dataDir: home.postgres, port: ports.postgres, durable: true });
    ended.push(postgres.stop);
    await ensureDatabase(postgres.url("postgres"), "botdeck");
    const databaseUrl = postgres.url("botdeck");
    const programs = planPrograms({
      repository,
      environment: process.env,
      home,
      ports: { ...ports, postgres: postgres.port },
      secrets,
      databaseUrl,
      portal: null,
    });
    await runToEnd(programs.build, "build");
    await runToEnd(programs.migrate, "migrations");

    const server = { cliPath: cli.path, dataDir: home.temporal, namespace: TEMPORAL_NAMESPACE };
    const temporal = await prepareTemporalServer(server, ports.temporal);
    const running: { worker: ProcessGroup | null; temporal: ProcessGroup | null } = { worker: null, temporal: null };
    const isHealthy = (port: number) => () => answersOk(`${localUrl(port)}/health`);
    const restart: DrillStack["restart"] = async (part) => {
      if (part === "temporal") {
        running.temporal = await startReady(temporal.command, temporal.isReady, logTo("temporal"));
      } else {
        running.worker = await startReady(programs.worker, isHealthy(ports.worker), logTo("worker"));
      }
    };
    const kill: DrillStack["kill"] = async (part) => {
      const victim = running[part];
      if (victim === null) return;
      process.kill(victim.pid, "SIGKILL");
      await victim.exited;
      running[part] = null;
    };
    ended.push(
      async () => running.temporal?.stop(),
      async () => running.worker?.stop(),
    );
    await restart("temporal");
    for (const [name, command] of [
      ["emulator", programs.emulator],
      ["gateway", programs.gateway],
    ] as const) {
      const group = await startReady(command, isHealthy(ports[name]), logTo(name));
      ended.push(() => group.stop());
    }
    await restart("worker");
    await installDemoPortal({
      emulatorUrl: localUrl(ports.emulator),
      gatewayUrl: localUrl(ports.gateway),
      clientId: DEMO_CLIENT_ID,
      clientSecret: secrets.demoClientSecret,
      signal: AbortSignal.timeout(READY_TIMEOUT_MS),
    });
    return { emulatorUrl: localUrl(ports.emulator), databaseUrl, logs: home.logs, kill, restart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** High ones, so that a drill beside a running system takes none of its ports. */
async function freePorts(): Promise<Ports> {
  const names = ["gateway", "console", "worker", "emulator", "postgres", "temporal"] as const;
  const ports = {} as Ports; // safe: filled below, one port a name
  for (const [index, name] of names.entries()) ports[name] = await freePort(18_100 + index * 20);
  return ports;
}

async function startReady(
  command: Command,
  isReady: () => Promise<boolean>,
  log: (line: string) => void,
): Promise<ProcessGroup> {
  const group = await startProcessGroup(command, log);
  const gone = new AbortController();
  void group.exited.then(() => gone.abort());
  if (await waitUntil(isReady, { timeoutMs: READY_TIMEOUT_MS, signal: gone.signal })) return group;
  await group.stop();
  throw new AppError("unreachable", `${command.args[0] ?? command.file} did not come up; its log says why`);
}

async function runToEnd(command: Command, name: string): Promise<void> {
  const lines: string[] = [];
  const group = await startProcessGroup(command, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new AppError("unreachable", `${name} failed:\n${lines.slice(-10).join("\n")}`);
}
