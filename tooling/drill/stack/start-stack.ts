import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ensureDatabase } from "@botdeck/local-stack";

import { connectDemoOrders } from "../../start/demo-orders.ts";
import { installDemoApp } from "../../start/demo-portal.ts";
import { homeAt, openHome } from "../../start/home.ts";
import { DEMO_CLIENT_ID, localUrl, planPrograms } from "../../start/programs.ts";
import { keepSecrets } from "../../start/secrets.ts";
import type { Part } from "./part.ts";
import { createPartList } from "./part-list.ts";
import { choosePorts, type Gateway, logFileOf, nextPort, planParts, planTemporal, runToEnd } from "./plan-parts.ts";
import { createPostgresPart, type PostgresPart } from "./postgres-part.ts";

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
  /** Says where the emulated portal's orders are, as soon as our app is at home there. */
  connectOrders(): Promise<void>;
  /** Connects another portal by an inbound webhook; its bots' events are fetched. */
  connectPortal(webhookUrl: string): Promise<void>;
  /** Another emulated portal, which nobody has connected yet. It ends with the stack. */
  startPortal(name: string): Promise<{ url: string }>;
  /** Everything of this run: data, logs, spools. */
  folder: string;
  logs: string;
  /** Seals what the database keeps of others' secrets. */
  secretKey: string;
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
  const { launch, stop: stopParts } = createPartList(options.signal);
  const stop: Stack["stop"] = async ({ keepFolder = false } = {}) => {
    await stopParts();
    if (!keepFolder) rmSync(folder, { recursive: true, force: true });
  };

  try {
    const place = { folder, logs: home.logs };
    const { withTemporal, portalLimit, ownBots = [], report, signal } = options;
    const postgres = await launch(
      await createPostgresPart({
        dataDir: home.postgres,
        port: ports.postgres,
        logFile: logFileOf(place, "postgres"),
      }),
    );
    await ensureDatabase(postgres.url("postgres"), "botdeck");
    const databaseUrl = postgres.url("botdeck");
    const wanted = { repository, environment: process.env, home, ports, secrets, databaseUrl, portal: null };
    const programs = planPrograms(wanted);
    const plan = planParts(programs, place, { portalLimit, ownBots, withTemporal });
    if (withTemporal) await runToEnd(programs.build, "build");
    await runToEnd(programs.migrate, "migrations");

    const server = { dataDir: home.temporal, port: ports.temporal, report, signal };
    const temporal = withTemporal ? await launch(await planTemporal(place, server)) : null;
    const emulator = await launch(plan.portal("emulator", ports.emulator));
    const gateways: Gateway[] = [];
    for (let index = 1; index <= options.gateways; index++) {
      const port = index === 1 ? ports.gateway : await nextPort();
      gateways.push(await launch(plan.gateway(`gateway-${index}`, port)));
    }
    const workers: Part[] = [];
    for (let index = 1; index <= options.workers; index++) {
      const port = index === 1 ? ports.worker : await nextPort();
      workers.push(await launch(plan.worker(`worker-${index}`, port)));
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
      connectOrders: async () => {
        const { secretKey } = secrets;
        await connectDemoOrders({ emulatorUrl: localUrl(ports.emulator), databaseUrl, secretKey });
      },
      connectPortal: plan.connect,
      startPortal: async (name) => {
        const port = await nextPort();
        await launch(plan.portal(name, port));
        return { url: localUrl(port) };
      },
      folder,
      logs: home.logs,
      secretKey: secrets.secretKey,
      secrets: [identity.applicationToken, secrets.secretKey, secrets.demoClientSecret, new URL(databaseUrl).password],
      stop,
    };
  } catch (error) {
    await stop({ keepFolder: !options.signal.aborted });
    if (!options.signal.aborted) options.report(`The stack did not come up; its logs are in ${home.logs}`);
    throw error;
  }
}
