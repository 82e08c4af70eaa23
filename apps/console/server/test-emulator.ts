import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../emulator/src/main.ts", import.meta.url));
const READY = /Emulator ready: (\S+)/;

/** The emulated portal as a process of its own, for what the console asks portals. */
export async function emulatedPortal() {
  const emulator = spawn(process.execPath, [PROGRAM, "--port", "0", "--limit", "off"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: emulator.stdout });
  const origin = await new Promise<string>((found, failed) => {
    lines.on("line", (line) => {
      const [, url] = READY.exec(line) ?? [];
      if (url !== undefined) found(url);
    });
    emulator.once("exit", (code) => failed(new Error(`the emulator ended with ${code} before it was ready`)));
  });

  async function post(url: URL | string, body: unknown): Promise<unknown> {
    const headers = { "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return await response.json();
  }

  return {
    /** What people of the portal do by hand. */
    byHand: (path: string, body: unknown) => post(new URL(`/emulator/api${path}`, origin), body),
    /** A call of the portal by the address of an inbound webhook. */
    rest: (webhook: string, method: string, params: object) => post(`${webhook}${method}`, params),
    async stop(): Promise<void> {
      if (emulator.exitCode !== null || emulator.signalCode !== null) return;
      const ended = once(emulator, "exit");
      emulator.kill("SIGTERM");
      await ended;
    },
  };
}
