import { expect, test } from "vitest";

import { startProcessGroup } from "./process-group.ts";
import { identifyProcess } from "./process-identity.ts";
import { waitUntil } from "./wait-until.ts";

const STUBBORN = "trap '' TERM; sleep 60 & echo $!; while true; do sleep 0.1; done";

async function startShell(script: string) {
  const lines: string[] = [];
  const group = await startProcessGroup({ file: "sh", args: ["-c", script] }, (line) => lines.push(line));
  await waitUntil(() => lines.length > 0, { timeoutMs: 20_000, everyMs: 10 });
  return { group, childPid: Number(lines[0]) };
}

test("a process that ignores SIGTERM is killed after the grace, with its children", async () => {
  const { group, childPid } = await startShell(STUBBORN);
  expect(identifyProcess(childPid)).not.toBeNull();

  const exit = await group.stop({ killAfterMs: 200 });

  expect(exit.signal).toBe("SIGKILL");
  expect(await waitUntil(() => identifyProcess(childPid) === null, { timeoutMs: 20_000 })).toBe(true);
});

test("what a process started ends with it, also when it dies by itself", async () => {
  const { group, childPid } = await startShell("sleep 60 & echo $!; exit 3");

  expect((await group.exited).code).toBe(3);
  expect(await waitUntil(() => identifyProcess(childPid) === null, { timeoutMs: 20_000 })).toBe(true);
});

test("a program that does not exist is an error at once", async () => {
  await expect(startProcessGroup({ file: "/nowhere/program", args: [] }, () => {})).rejects.toThrow("ENOENT");
});

test("the last line of a program is heard before its end", async () => {
  for (let run = 0; run < 20; run++) {
    const lines: string[] = [];
    const group = await startProcessGroup({ file: "sh", args: ["-c", "echo last words >&2; exit 1"] }, (line) =>
      lines.push(line),
    );
    await group.exited;
    expect(lines).toEqual(["last words"]);
  }
});
