import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, onTestFinished, test } from "vitest";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

type Running = { origin: string; stop(): Promise<number | null> };

async function start(stateFile: string, flags: string[] = []): Promise<Running> {
  const child = spawn(process.execPath, [MAIN, "--port", "0", ...flags], {
    env: { PATH: process.env["PATH"], EMULATOR_STATE_FILE: stateFile },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(child.stdout.setEncoding("utf8"), "data");
  const origin = /http:\/\/[\d.:]+/.exec(String(line))?.[0] ?? "";
  const exited = once(child, "exit");
  return {
    origin,
    async stop() {
      child.kill("SIGTERM");
      const [code] = await exited;
      return code;
    },
  };
}

test(
  "the emulator says where it is, stops with a stream open, and finds its portal again",
  { timeout: 60_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "emulator-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const stateFile = join(folder, "state.json");
    const recordFile = join(folder, "record.jsonl");

    const first = await start(stateFile, ["--record", recordFile]);
    const health = await (await fetch(`${first.origin}/emulator/api/health`)).json();
    const stream = await fetch(`${first.origin}/emulator/api/events`);
    await fetch(`${first.origin}/rest/profile?auth=wrong-secret`);
    expect(await first.stop()).toBe(0);
    await stream.body?.cancel().catch(() => undefined);

    const second = await start(stateFile);
    const again = await (await fetch(`${second.origin}/emulator/api/health`)).json();
    expect(again).toMatchObject({ portal: { memberId: (health as { portal: { memberId: string } }).portal.memberId } });
    expect(await second.stop()).toBe(0);
    const recorded = await readFile(recordFile, "utf8");
    expect(JSON.parse(recorded)).toMatchObject({
      kind: "call",
      method: "profile",
      status: 401,
      error: "NO_AUTH_FOUND",
    });
    expect(recorded).not.toContain("wrong-secret");
  },
);
