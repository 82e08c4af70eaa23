import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import {
  claimPort,
  type Command,
  findTemporalCli,
  prepareTemporalServer,
  startProcessGroup,
} from "@botdeck/local-stack";

import { answersOk } from "../../start/http.ts";
import { localUrl, type planPrograms, TEMPORAL_NAMESPACE } from "../../start/programs.ts";
import { createPart, type Part } from "./part.ts";

/** High ones, so that a drill beside a running system takes none of its ports. */
let firstUntried = 18_100;

type Programs = ReturnType<typeof planPrograms>;
type Place = { folder: string; logs: string };
export type Gateway = Part & { url: string };

export const logFileOf = ({ logs }: Place, name: string) => join(logs, `${name}.log`);

/** Our programs as parts, each with a port, a log and, where it needs one, a folder of its own. Nothing is started. */
export function planParts(
  programs: Programs,
  place: Place,
  options: { portalLimit: string; ownBots: readonly string[]; withTemporal: boolean },
) {
  const bots = { BOTDECK_BOTS: options.ownBots.join(",") };
  const part = (name: string, port: number, command: Command, env: Readonly<Record<string, string>>) =>
    createPart({
      name,
      command: withEnv(command, env),
      isReady: () => answersOk(`${localUrl(port)}/health`),
      logFile: logFileOf(place, name),
    });

  return {
    portal(name: string, port: number): Part {
      mkdirSync(join(place.folder, name), { recursive: true });
      return part(name, port, programs.emulator, {
        EMULATOR_PORT: String(port),
        EMULATOR_STATE_FILE: join(place.folder, name, "state.json"),
        EMULATOR_RECORD_FILE: join(place.folder, `${name}-record.jsonl`),
        EMULATOR_LIMIT: options.portalLimit,
      });
    },

    gateway(name: string, port: number): Gateway {
      const spool = join(place.folder, "spool", name);
      const gateway = part(name, port, programs.gateway, { GATEWAY_PORT: String(port), GATEWAY_SPOOL_FOLDER: spool });
      return Object.assign(gateway, { url: localUrl(port) });
    },

    worker: (name: string, port: number): Part =>
      part(name, port, programs.worker, {
        WORKER_HEALTH_PORT: String(port),
        ...bots,
        ...(options.withTemporal ? {} : { TEMPORAL_ADDRESS: "" }),
      }),

    /** Connects a portal by its webhook, once. */
    async connect(webhookUrl: string): Promise<void> {
      const { connectPortal } = programs;
      await runToEnd(
        withEnv({ ...connectPortal, args: [...connectPortal.args, "--portal", webhookUrl] }, bots),
        "connect",
      );
    },
  };
}

/** A durable Temporal server. @throws AppError `unreachable` when there is none on this machine. */
export async function planTemporal(
  place: Place,
  server: { dataDir: string; port: number; report: (line: string) => void; signal: AbortSignal },
): Promise<Part> {
  const { dataDir, port, report, signal } = server;
  const cli = await findTemporalCli({ environment: process.env, onProgress: report, signal });
  if (!cli.ok) throw new AppError("unreachable", `${cli.reason} ${cli.advice}`);
  const plan = { cliPath: cli.path, dataDir, namespace: TEMPORAL_NAMESPACE };
  const { command, isReady } = await prepareTemporalServer(plan, port);
  return createPart({ name: "temporal", command, isReady, logFile: logFileOf(place, "temporal") });
}

/** A port that no other drill or system takes, also while the program that gets it still starts. */
export async function nextPort(): Promise<number> {
  const port = await claimPort(firstUntried);
  firstUntried = port + 1;
  return port;
}

/** For what every system has one of. */
export async function choosePorts() {
  return {
    gateway: await nextPort(),
    console: await nextPort(),
    worker: await nextPort(),
    emulator: await nextPort(),
    postgres: await nextPort(),
    temporal: await nextPort(),
  };
}

/** @throws AppError `unreachable` with its last lines when it fails. */
export async function runToEnd(command: Command, name: string): Promise<void> {
  const lines: string[] = [];
  const group = await startProcessGroup(command, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new AppError("unreachable", `${name} failed:\n${lines.slice(-10).join("\n")}`);
}

const withEnv = (command: Command, env: Readonly<Record<string, string>>): Command => ({
  ...command,
  env: { ...command.env, ...env },
});
