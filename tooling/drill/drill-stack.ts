import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import {
  type Command,
  ensureDatabase,
  findTemporalCli,
  freePort,
  type ProcessGroup,
  startPostgres,
  startProcessGroup,
  startTemporalServer,
  type TemporalServer,
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
  stop(): Promise<void>;
};

/**
 * The real processes, without a supervisor that would restart what a drill kills: Postgres with fsync on, a durable
 * Temporal server, the emulated portal, gateway and worker, in a folder that goes when the drill ends.
 *
 * @throws AppError `unreachable` when there is no Temporal server here, or a part does not come up.
 */
export async function startDrillStack(report: (line: string) => void): Promise<DrillStack> {
  const repository = join(import.meta.dirname, "../..");
  const folder = join(tmpdir(), `botdeck-drill-${process.pid}-${Date.now()}`);
  mkdirSync(folder, { mode: 0o755 });
  const home = homeAt(folder);
  openHome(home);
  const secrets = keepSecrets(home.secretsFile);
  const ports = await freePorts();
  const ended: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of ended.toReversed()) await end();
  };

  try {
    const cli = await findTemporalCli({ environment: process.env, onProgress: report });
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

    const running: { worker: ProcessGroup | null; temporal: TemporalServer | null } = { worker: null, temporal: null };
    const restart: DrillStack["restart"] = async (part) => {
      if (part === "temporal") {
        const { temporal } = home;
        running.temporal = await startTemporalServer({
          cliPath: cli.path,
          dataDir: temporal,
          namespace: TEMPORAL_NAMESPACE,
          port: ports.temporal,
        });
      } else {
        running.worker = await startReady(programs.worker, localUrl(ports.worker));
      }
    };
    const kill: DrillStack["kill"] = async (part) => {
      const victim = running[part];
      if (victim === null) return;
      process.kill(victim.pid, "SIGKILL");
      await victim.exited;
      running[part] = null;
    };
    ended.push(async () => running.temporal?.stop(), async () => running.worker?.stop());
    await restart("temporal");
    for (const [name, command] of [
      ["emulator", programs.emulator],
      ["gateway", programs.gateway],
    ] as const) {
      const group = await startReady(command, localUrl(ports[name]));
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
    return { emulatorUrl: localUrl(ports.emulator), databaseUrl, kill, restart, stop };
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

async function startReady(command: Command, url: string): Promise<ProcessGroup> {
  const lines: string[] = [];
  const group = await startProcessGroup(command, (line) => {
    lines.push(line);
    if (lines.length > 10) lines.shift();
  });
  const gone = new AbortController();
  void group.exited.then(() => gone.abort());
  const isReady = await waitUntil(() => answersOk(`${url}/health`), { timeoutMs: READY_TIMEOUT_MS, signal: gone.signal });
  if (isReady) return group;
  await group.stop();
  throw new AppError("unreachable", `${command.args[0] ?? command.file} did not come up:\n${lines.join("\n")}`);
}

async function runToEnd(command: Command, name: string): Promise<void> {
  const lines: string[] = [];
  const group = await startProcessGroup(command, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new AppError("unreachable", `${name} failed:\n${lines.slice(-10).join("\n")}`);
}
