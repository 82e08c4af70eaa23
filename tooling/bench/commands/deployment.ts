import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pauseFor } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import type { Stage } from "../stage.ts";
import { type Program, startProgram } from "../start-program.ts";
import type { Office } from "./office.ts";

const BOTS_TIMEOUT_MS = 120_000;
const QUIET_MS = 3_000;
const LOOK_EVERY_MS = 500;

/** The real gateway and worker at a portal, with the bots registered there. */
export type Deployment = {
  /** The portal's ids of the bots that are measured. */
  salesBotId: string;
  reportBotId: string;
  databaseUrl: string;
  stop(): Promise<void>;
};

/** @param temporalAt Where flows run; null for a deployment without any. */
export async function deployTo(
  office: Office,
  { folder, addDatabase }: Stage,
  { name, temporalAt }: { name: string; temporalAt: { address: string; namespace: string } | null },
): Promise<Deployment> {
  const app = { clientId: "local.botdeck", clientSecret: randomBytes(16).toString("hex") };
  const stored = {
    DATABASE_URL: await addDatabase(`commands_${name}`),
    BOTDECK_SECRET_KEY: randomBytes(32).toString("base64"),
    B24_CLIENT_ID: app.clientId,
    B24_CLIENT_SECRET: app.clientSecret,
    B24_OAUTH_SERVERS: office.url,
  };
  const gateway = await startProgram({
    script: "apps/gateway/src/main.ts",
    env: (port) => ({
      ...stored,
      GATEWAY_PORT: String(port),
      GATEWAY_SPOOL_FOLDER: join(folder, `spool-${name}`),
      GATEWAY_DRAIN_MS: "0",
    }),
    logFile: join(folder, `gateway-${name}.log`),
  });
  const gatewayUrl = `http://127.0.0.1:${gateway.port}`;
  const flows = temporalAt && { TEMPORAL_ADDRESS: temporalAt.address, TEMPORAL_NAMESPACE: temporalAt.namespace };
  const worker = await startProgram({
    script: "apps/worker/src/main.ts",
    env: (port) => ({
      ...stored,
      ...flows,
      WORKER_ROLES: `runtime,deliverer,installs${flows === null ? "" : ",flows"}`,
      WORKER_HEALTH_PORT: String(port),
      GATEWAY_PUBLIC_URL: gatewayUrl,
    }),
    logFile: join(folder, `worker-${name}.log`),
  });
  const stop = async () => {
    await stopAll([worker, gateway]);
  };
  await office.installApp({ ...app, gatewayUrl });
  let bots: ReadonlyMap<string, string> = new Map();
  const areThere = async () => {
    bots = await office.bots();
    return botOf(bots, SALES) !== undefined && botOf(bots, REPORT) !== undefined;
  };
  await waitUntil(areThere, { timeoutMs: BOTS_TIMEOUT_MS, everyMs: 300 });
  const [salesBotId, reportBotId] = [botOf(bots, SALES), botOf(bots, REPORT)];
  if (salesBotId === undefined || reportBotId === undefined) {
    await stop();
    throw new AppError("unreachable", `The bots did not register; ${folder}/worker-${name}.log says why`);
  }
  await untilQuiet(office);
  return { salesBotId, reportBotId, databaseUrl: stored.DATABASE_URL, stop };
}

/** Commands and events are registered after the bots: none of that is a command's. */
async function untilQuiet(office: Office): Promise<void> {
  let [mark, quietMs] = [await office.mark(), 0];
  while (quietMs < QUIET_MS) {
    await pauseFor(LOOK_EVERY_MS);
    const now = await office.mark();
    quietMs = now === mark ? quietMs + LOOK_EVERY_MS : 0;
    mark = now;
  }
}

const SALES = ["Sales assistant", "Помощник продавца"];
const REPORT = ["Reports", "Отчёты"];

const botOf = (bots: ReadonlyMap<string, string>, names: readonly string[]): string | undefined =>
  names.map((name) => bots.get(name)).find((id) => id !== undefined);

async function stopAll(programs: readonly Program[]): Promise<void> {
  for (const program of programs) await program.stop();
}
