import { randomBytes } from "node:crypto";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { startProcessGroup } from "@botdeck/local-stack";

import { type Program, startProgram } from "../start-program.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");
const EMAIL = "lead@botdeck.local";

/** The real console with somebody signed in. */
export type ConsoleSite = {
  url: string;
  cookie: string;
  pid: number;
  /** Asks as the browser does; reads the whole answer. @returns Milliseconds until its last byte, and what it says. */
  ask(path: string): Promise<{ ms: number; text: string }>;
  stop(): Promise<void>;
};

/** @param script The console's server, below the repository. */
export async function openConsoleSite({
  databaseUrl,
  logFile,
  script = "apps/console/server/main.ts",
}: {
  databaseUrl: string;
  logFile: string;
  script?: string;
}): Promise<ConsoleSite> {
  const secret = randomBytes(32).toString("hex");
  const password = randomBytes(12).toString("hex");
  const stored = { DATABASE_URL: databaseUrl, BETTER_AUTH_SECRET: secret };
  await runOnce("apps/console/server/seed-logins.ts", { ...stored, DEMO_PASSWORD: password });
  const program: Program = await startProgram({
    script,
    env: (port) => ({
      ...stored,
      CONSOLE_PORT: String(port),
      CONSOLE_PUBLIC_URL: `http://127.0.0.1:${port}`,
      LOG_LEVEL: "error",
    }),
    logFile,
  });
  const url = `http://127.0.0.1:${program.port}`;
  try {
    const cookie = await signIn(url, password);
    return { url, cookie, pid: program.pid, stop: program.stop, ask: (path) => ask(`${url}${path}`, cookie) };
  } catch (error) {
    await program.stop();
    throw error;
  }
}

/** The address of a query, as the browser's client writes it. */
export const queryPath = (name: string, input: unknown): string =>
  `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`;

async function ask(url: string, cookie: string): Promise<{ ms: number; text: string }> {
  const startedAt = performance.now();
  const response = await fetch(url, { headers: { cookie } });
  const text = await response.text();
  const ms = performance.now() - startedAt;
  if (!response.ok) throw new AppError("invariant", `${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return { ms, text };
}

async function signIn(url: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email: EMAIL, password }),
  });
  const cookies = response.headers.getSetCookie().map((each) => each.slice(0, each.indexOf(";")));
  if (!response.ok || cookies.length === 0) {
    throw new AppError("invariant", `Nobody could sign in to the console: ${response.status}`);
  }
  return cookies.join("; ");
}

async function runOnce(script: string, env: Record<string, string>): Promise<void> {
  const lines: string[] = [];
  const command = { file: process.execPath, args: [join(REPOSITORY, script)], env };
  const group = await startProcessGroup(command, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new AppError("invariant", `${script} failed:\n${lines.slice(-20).join("\n")}`);
}
