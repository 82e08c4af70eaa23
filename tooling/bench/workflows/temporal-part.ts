import { join } from "node:path";

import { AppError } from "@botdeck/core";
import {
  findTemporalCli,
  freePort,
  prepareTemporalServer,
  type ProcessGroup,
  startProcessGroup,
  waitUntil,
} from "@botdeck/local-stack";

const READY_TIMEOUT_MS = 60_000;

/** A durable Temporal server that can be killed, and started again on its data and its port. */
export type TemporalPart = {
  address: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
};

/** @throws AppError `unreachable` when there is no Temporal program here. */
export async function prepareTemporalPart(options: {
  folder: string;
  namespace: string;
  environment: Record<string, string | undefined>;
  report: (line: string) => void;
}): Promise<TemporalPart> {
  const cli = await findTemporalCli({ environment: options.environment, onProgress: options.report });
  if (!cli.ok) throw new AppError("unreachable", `${cli.reason} ${cli.advice}`);
  const { folder, namespace } = options;
  const server = await prepareTemporalServer(
    { cliPath: cli.path, dataDir: join(folder, "temporal"), namespace },
    await freePort(),
  );
  let running: ProcessGroup | null = null;
  return {
    address: server.address,
    async start() {
      running = await startProcessGroup(server.command, () => {});
      if (await waitUntil(server.isReady, { timeoutMs: READY_TIMEOUT_MS, everyMs: 100 })) return;
      throw new AppError("unreachable", "The Temporal server did not start");
    },
    async kill() {
      await running?.stop({ signal: "SIGKILL" });
    },
    async stop() {
      await running?.stop();
    },
  };
}
