import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

import { expect, test } from "vitest";

const MODULE = new URL("watchdog.ts", import.meta.url).href;

/** Runs a program under a watchdog with a limit of a second. */
async function run(body: string): Promise<{ signal: string | null; stdout: string }> {
  const program = `import { startWatchdog } from ${JSON.stringify(MODULE)};
    const watchdog = startWatchdog(1_000);
    const standStill = (ms) => { for (const end = Date.now() + ms; Date.now() < end; ); };
    ${body}
    console.log("came through");
    await watchdog.stop();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [stdout, [, signal]] = await Promise.all([
    text(child.stdout),
    once(child, "exit") as Promise<[unknown, string | null]>,
  ]);
  return { signal, stdout };
}

test("a handler that loops for ever ends the process, whose last line says so", async () => {
  const { signal, stdout } = await run(`await watchdog.watch(async () => standStill(60_000));`);
  expect(signal).toBe("SIGKILL");
  expect(stdout.trim().split("\n").at(-1)).toMatch(/a handler does not let go/);
});

test("one that waits, and other work that holds the process for a moment, do not", async () => {
  const { signal, stdout } = await run(`
    await watchdog.watch(() => new Promise((resolve) => setTimeout(resolve, 2_500)));
    standStill(2_500);`);
  expect([signal, stdout]).toEqual([null, "came through\n"]);
});
