import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../../..", import.meta.url));

/** The emulator of a portal in a process of its own, on a free port. */
export async function startEmulator() {
  const process_ = spawn(process.execPath, ["apps/emulator/src/main.ts", "--port", "0", "--limit", "off"], {
    cwd: REPOSITORY,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let url: string | null = null;
  for await (const line of createInterface({ input: process_.stdout })) {
    url = /Emulator ready: (\S+)/.exec(line)?.[1] ?? null;
    if (url !== null) break;
  }
  if (url === null) throw new Error("the emulator ended before it was ready");
  const origin = url;

  return {
    /** Its own control API: what people do by hand on a real portal. */
    async control<Answer>(path: string, body?: unknown): Promise<Answer> {
      const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
      const response = await fetch(new URL(`/emulator/api${path}`, origin), body === undefined ? {} : init);
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as Answer; // safe: both sides are in this repository
    },
    async stop(): Promise<void> {
      const ended = new Promise((resolve) => process_.once("exit", resolve));
      process_.kill("SIGTERM");
      await ended;
    },
  };
}
