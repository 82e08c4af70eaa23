import { randomBytes } from "node:crypto";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { bot, connect, type DatabaseHandle, portal, putEffects, wakeDeliverer } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { and, eq } from "drizzle-orm";

import { makeAlertHook } from "../../drill/alerts/make-alert-hook.ts";
import { type BenchPortalApi, openPortal } from "../commands/office.ts";
import type { Stage } from "../stage.ts";
import { type Program, startProgram } from "../start-program.ts";
import { prepareTemporalPart } from "../workflows/temporal-part.ts";

const NAMESPACE = "bench-storm";
const BOT_TIMEOUT_MS = 120_000;
/** The portal's administrator, who is on call. */
export const ON_CALL = "1";
/** How many lines of a digest are put at once. */
const PUT_AT_ONCE = 500;

/** The real gateway and worker with Temporal, at a portal with the people of a digest. */
export type StormSite = {
  portal: BenchPortalApi;
  db: DatabaseHandle["db"];
  databaseUrl: string;
  /** Where the storm is posted to. */
  hook: { address: string; secret: string };
  /** The group chat of its cards, and the dialog of whoever is on call. */
  cardsDialogId: string;
  pagesDialogId: string;
  /** Puts a message to each of these people into the outbox, for when nothing else has to leave. */
  queueDigest(people: number): Promise<void>;
  stop(): Promise<void>;
};

/** @throws AppError `unreachable` when a part does not come up. */
export async function openStormSite(
  { folder, databaseUrl }: Stage,
  { people, report }: { people: number; report: (line: string) => void },
): Promise<StormSite> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.toReversed()) await end();
  };
  const keep = (program: Program) => {
    stops.push(program.stop);
    return program;
  };
  try {
    const temporal = await prepareTemporalPart({ folder, namespace: NAMESPACE, environment: process.env, report });
    await temporal.start();
    stops.push(temporal.stop);
    const office = await openPortal({ folder, name: "storm", seed: { people: peopleOf(people) } });
    stops.push(office.stop);
    const app = { clientId: "local.botdeck", clientSecret: randomBytes(16).toString("hex") };
    const stored = {
      DATABASE_URL: databaseUrl,
      BOTDECK_SECRET_KEY: randomBytes(32).toString("base64"),
      B24_CLIENT_ID: app.clientId,
      B24_CLIENT_SECRET: app.clientSecret,
      B24_OAUTH_SERVERS: office.url,
    };
    const gateway = keep(await startGateway(stored, folder));
    const gatewayUrl = `http://127.0.0.1:${gateway.port}`;
    const flows = { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: NAMESPACE };
    keep(await startWorker({ ...stored, ...flows, GATEWAY_PUBLIC_URL: gatewayUrl }, folder));
    const handle = connect(databaseUrl, { max: 2, statementTimeoutMs: 60_000, applicationName: "botdeck-bench" });
    stops.push(handle.close);

    await office.installApp({ ...app, gatewayUrl });
    const notify = await findBot(handle.db);
    const { bitrixBotId } = notify;
    const pagesDialogId = await office.openDialog(ON_CALL, bitrixBotId);
    const cardsDialogId = await office.openGroup(ON_CALL, bitrixBotId, "Incidents");
    const wish = { dialogId: cardsDialogId, onCall: ON_CALL, kind: "alertmanager" as const, api: null };
    const hook = await makeAlertHook({ databaseUrl, gatewayUrl }, wish);
    return {
      portal: office,
      db: handle.db,
      databaseUrl,
      hook,
      cardsDialogId,
      pagesDialogId,
      queueDigest: (count) => queueDigest(handle.db, notify, count),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const startGateway = (env: Record<string, string>, folder: string): Promise<Program> =>
  startProgram({
    script: "apps/gateway/src/main.ts",
    env: (port) => ({
      ...env,
      GATEWAY_PORT: String(port),
      GATEWAY_SPOOL_FOLDER: join(folder, "spool"),
      GATEWAY_DRAIN_MS: "0",
    }),
    logFile: join(folder, "gateway.log"),
  });

const startWorker = (env: Record<string, string>, folder: string): Promise<Program> =>
  startProgram({
    script: "apps/worker/src/main.ts",
    env: (port) => ({ ...env, WORKER_HEALTH_PORT: String(port) }),
    logFile: join(folder, "worker.log"),
  });

type NotifyBot = { id: string; portalId: string; bitrixBotId: string };

/** The bot, once its portal is installed to the end: before that it is told nothing. */
async function findBot(db: DatabaseHandle["db"]): Promise<NotifyBot> {
  let found: NotifyBot | null = null;
  const isThere = async () => {
    const isIt = and(eq(bot.code, "notify"), eq(bot.state, "active"), eq(portal.state, "active"));
    const [row] = await db
      .select({ id: bot.id, portalId: bot.portalId, bitrixBotId: bot.bitrixBotId })
      .from(bot)
      .innerJoin(portal, eq(portal.id, bot.portalId))
      .where(isIt);
    if (row !== undefined && row.bitrixBotId !== null) found = { ...row, bitrixBotId: row.bitrixBotId };
    return found !== null;
  };
  await waitUntil(isThere, { timeoutMs: BOT_TIMEOUT_MS, everyMs: 300 });
  if (found === null) throw new AppError("unreachable", "The notification bot did not register");
  return found;
}

async function queueDigest(db: DatabaseHandle["db"], { id, portalId }: NotifyBot, count: number): Promise<void> {
  const effects = Array.from({ length: count }, (_, index) => {
    const dialogId = String(index + 2);
    return {
      key: `digest:${index}`,
      portalId,
      botId: id,
      conversationId: null,
      lane: `${portalId}:digest:${dialogId}`,
      effect: { kind: "chat.notify" as const, dialogId, text: `Overdue tasks: ${index}` },
    };
  });
  for (let first = 0; first < effects.length; first += PUT_AT_ONCE) {
    await putEffects(db, effects.slice(first, first + PUT_AT_ONCE));
  }
  await wakeDeliverer(db);
}

const peopleOf = (count: number): object[] => [
  { firstName: "Anna", lastName: "(manager)", role: "manager", language: "en" },
  ...Array.from({ length: count }, (_, index) => ({
    firstName: `Person${index + 2}`,
    lastName: "Storm",
    role: "employee",
    language: "en",
  })),
];
