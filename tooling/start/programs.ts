import { join } from "node:path";

import type { Command } from "@botdeck/local-stack";

import { toolEnvironment } from "../tool-environment.ts";
import type { Home } from "./home.ts";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";

export const TEMPORAL_NAMESPACE = "botdeck";
export const DEMO_CLIENT_ID = "local.botdeck";

export type ProgramInput = {
  repository: string;
  environment: Record<string, string | undefined>;
  home: Home;
  ports: Ports;
  secrets: Secrets;
  databaseUrl: string;
  /** Inbound webhook of a real portal; null for the demo portal. */
  portal: URL | null;
};

export const localUrl = (port: number) => `http://127.0.0.1:${port}`;

/** Every program of ours that a start runs, with the environment it gets; each app's env.ts says what it reads. */
export function planPrograms({ repository, environment, home, ports, secrets, databaseUrl, portal }: ProgramInput) {
  const every = {
    NODE_ENV: "production",
    LOG_LEVEL: environment.LOG_LEVEL || "info",
    ...toolEnvironment(repository, environment),
  };
  const node = (script: string, env: Record<string, string>, args: readonly string[] = []): Command => ({
    file: process.execPath,
    args: [join(repository, script), ...args],
    cwd: repository,
    env: { ...every, ...env },
  });

  // This machine's own: the demo portal and whatever else is tried out here.
  const local = { B24_PRIVATE_PORTALS: "true" };
  const stored = { DATABASE_URL: databaseUrl, BOTDECK_SECRET_KEY: secrets.secretKey };
  const temporal = { TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`, TEMPORAL_NAMESPACE };
  const sessions = { DATABASE_URL: databaseUrl, BETTER_AUTH_SECRET: secrets.betterAuthSecret };
  // An app of ours is installed on the demo portal only; a real one is reached through its webhook.
  const app = portal === null ? { B24_CLIENT_ID: DEMO_CLIENT_ID, B24_CLIENT_SECRET: secrets.demoClientSecret } : {};
  const worker = {
    ...local,
    ...stored,
    ...temporal,
    ...app,
    GATEWAY_PUBLIC_URL: localUrl(ports.gateway),
    WORKER_HEALTH_PORT: String(ports.worker),
    WORKER_WORKFLOW_BUNDLE: join(repository, "apps/worker/dist/workflows.js"),
    // The emulated portal is its own OAuth server.
    ...(portal === null ? { B24_OAUTH_SERVERS: localUrl(ports.emulator) } : {}),
  };

  return {
    build: { file: "turbo", args: ["run", "build"], cwd: repository, env: every } satisfies Command,
    migrate: node("packages/db/src/migrate.ts", { DATABASE_URL: databaseUrl }),
    seedLogins: node("apps/console/server/seed-logins.ts", { ...sessions, DEMO_PASSWORD: secrets.demoPassword }),
    connectPortal: node("apps/worker/src/connect.ts", worker, portal === null ? [] : ["--portal", portal.href]),
    emulator: node("apps/emulator/src/main.ts", {
      EMULATOR_PORT: String(ports.emulator),
      EMULATOR_STATE_FILE: home.emulatorState,
    }),
    gateway: node("apps/gateway/src/main.ts", {
      ...local,
      ...stored,
      ...app,
      GATEWAY_PORT: String(ports.gateway),
      GATEWAY_SPOOL_FOLDER: home.spool,
      CONSOLE_PUBLIC_URL: localUrl(ports.console),
    }),
    worker: node("apps/worker/src/main.ts", worker),
    console: node("apps/console/server/main.ts", {
      ...local,
      ...sessions,
      ...temporal,
      BOTDECK_SECRET_KEY: secrets.secretKey,
      CONSOLE_PORT: String(ports.console),
      CONSOLE_PUBLIC_URL: localUrl(ports.console),
      GATEWAY_PUBLIC_URL: localUrl(ports.gateway),
      ...app,
    }),
  };
}
