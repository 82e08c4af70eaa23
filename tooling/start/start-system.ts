import { relative } from "node:path";

import { AppError } from "@botdeck/core";
import { ensureDatabase, identifyProcess, preparePostgres } from "@botdeck/local-stack";

import type { Board } from "./board.ts";
import { clearHome, type Home, openHome } from "./home.ts";
import type { PartState } from "./part.ts";
import { planParts } from "./parts.ts";
import { choosePorts } from "./ports.ts";
import { ownIdentity, readRunning, type RunRecord, stopLeftovers, writeRunRecord } from "./run-file.ts";
import { keepSecrets } from "./secrets.ts";
import { summarize } from "./summary.ts";
import { supervise, type Supervisor } from "./supervisor.ts";

const DATABASE = "botdeck";

type StartInput = {
  repository: string;
  environment: Record<string, string | undefined>;
  home: Home;
  reset: boolean;
  portal: URL | null;
  board: Board;
};

export type RunningSystem = Supervisor & { summary(): string };

/**
 * Readies the data folder and starts every part.
 *
 * @throws AppError `conflict` when a system runs on this folder already; `invalid` when this machine cannot run one.
 */
export async function startSystem({
  repository,
  environment,
  home,
  reset,
  portal,
  board,
}: StartInput): Promise<RunningSystem> {
  const running = readRunning(home.runFile);
  if (running !== null) {
    throw new AppError(
      "conflict",
      `Botdeck is already running at ${running.consoleUrl} (process ${running.supervisor.pid}).`,
    );
  }
  for (const name of await stopLeftovers(home.runFile))
    board.say(`Ended ${name}, which an earlier start had left running.`);
  if (reset) clearHome(home);
  openHome(home);
  const secrets = keepSecrets(home.secretsFile);
  const { ports, moved } = await choosePorts();
  for (const sentence of moved) board.say(sentence);

  board.show("postgres", { is: "starting", note: "preparing its data" });
  const postgres = await preparePostgres({ dataDir: home.postgres, durable: true }, ports.postgres);
  const databaseUrl = postgres.url(DATABASE);
  const url = (port: number) => `http://127.0.0.1:${port}`;
  const record: RunRecord = {
    supervisor: ownIdentity(),
    readyAt: null,
    databaseUrl,
    temporalAddress: `127.0.0.1:${ports.temporal}`,
    gatewayUrl: url(ports.gateway),
    consoleUrl: url(ports.console),
    emulatorUrl: portal === null ? url(ports.emulator) : null,
    parts: {},
  };
  writeRunRecord(home.runFile, record);

  const states = new Map<string, PartState>();
  const onState = (name: string, state: PartState) => {
    states.set(name, state);
    board.show(name, state);
  };
  const withDatabase = {
    ...postgres,
    isReady: async () => (await postgres.isReady()) && (await ensureDatabase(postgres.url("postgres"), DATABASE), true),
  };
  const parts = planParts({
    repository,
    environment,
    home,
    ports,
    secrets,
    postgres: withDatabase,
    databaseUrl,
    portal,
  });
  const supervisor = supervise(parts, {
    logFolder: home.logs,
    onState,
    onPid: (name, pid) => {
      const identity = identifyProcess(pid);
      if (identity === null) return;
      record.parts[name] = identity;
      writeRunRecord(home.runFile, record);
    },
  });
  const started = supervisor.started.then(() => {
    record.readyAt = new Date().toISOString();
    writeRunRecord(home.runFile, record);
  });
  return {
    ...supervisor,
    started,
    stop: async () => {
      await supervisor.stop();
      await stopLeftovers(home.runFile);
    },
    summary: () => {
      const workflowNote = describeWorkflows(states.get("temporal"));
      const fromHere = relative(repository, home.logs);
      const logFolder = fromHere.startsWith("..") ? home.logs : fromHere;
      return summarize({ record, demoPassword: secrets.demoPassword, logFolder, workflowNote });
    },
  };
}

function describeWorkflows(temporal: PartState | undefined): string | null {
  if (temporal?.is === "ready") return null;
  if (temporal?.is === "unavailable") return temporal.note;
  return "Workflows wait until the Temporal server is there; its line above says how far it is. Everything else works.";
}
