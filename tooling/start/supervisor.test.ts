import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { identifyProcess, waitUntil } from "@botdeck/local-stack";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Part, PartState, Service } from "./part.ts";
import { supervise, type Supervisor } from "./supervisor.ts";

let folder: string;
let running: Supervisor | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "start-supervisor-"));
});
afterEach(async () => {
  await running?.stop();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A part made of a shell script that is ready once it has written its file. */
function shellService(name: string, script: string, rest: Partial<Service> = {}): Service {
  const readyFile = join(folder, `${name}.ready`);
  const command = { file: "sh", args: ["-c", script], env: { READY: readyFile, FOLDER: folder } };
  return {
    kind: "service",
    name,
    after: [],
    layer: "app",
    prepare: async () => ({ ok: true, program: { command, isReady: () => Promise.resolve(existsSync(readyFile)) } }),
    ...rest,
  };
}
const RUN = "touch $READY; while true; do sleep 0.05; done";

function start(parts: readonly Part[]) {
  const states: { name: string; state: PartState }[] = [];
  const pids: number[] = [];
  running = supervise(parts, {
    logFolder: folder,
    onState: (name, state) => states.push({ name, state }),
    onPid: (_name, pid) => pids.push(pid),
  });
  const statesOf = (name: string) => states.filter((entry) => entry.name === name).map(({ state }) => state);
  return { supervisor: running, states, pids, statesOf };
}

const noneRuns = (pids: readonly number[]) => pids.every((pid) => identifyProcess(pid) === null);

test("a part that dies is started again after a second, and says with what words it died", async () => {
  const untilTold = "until [ -e $FOLDER/die ]; do sleep 0.05; done";
  const diesOnce = `if [ -e $FOLDER/die ]; then ${RUN}; else touch $READY; ${untilTold}; echo "Error: no memory" >&2; exit 7; fi`;
  const { supervisor, statesOf } = start([shellService("worker", diesOnce)]);
  // Seen as ready first, however late that is looked at.
  await supervisor.started;
  rmSync(join(folder, "worker.ready"), { force: true });
  writeFileSync(join(folder, "die"), "");

  const isBack = () => statesOf("worker").filter(({ is }) => is === "ready").length === 2;
  expect(await waitUntil(isBack, { timeoutMs: 10_000 })).toBe(true);

  expect(statesOf("worker").map(({ is }) => is)).toEqual([
    "waiting",
    "starting",
    "starting",
    "ready",
    "restarting",
    "starting",
    "ready",
  ]);
  expect(statesOf("worker")).toContainEqual({
    is: "restarting",
    note: "ended with code 7: Error: no memory; again in 1 s",
  });
});

test("a stop ends apps before what keeps the data, and leaves no process behind", async () => {
  const { supervisor, states, pids } = start([
    shellService("postgres", RUN, { layer: "backing" }),
    shellService("worker", `sh -c 'while true; do sleep 0.1; done' & echo $! > $FOLDER/child; ${RUN}`, {
      after: ["postgres"],
    }),
  ]);
  await supervisor.started;
  const childPid = Number(readFileSync(join(folder, "child"), "utf8"));
  expect(identifyProcess(childPid)).not.toBeNull();

  await supervisor.stop();

  expect(await waitUntil(() => noneRuns([...pids, childPid]), { timeoutMs: 20_000 })).toBe(true);
  expect(states.filter(({ state }) => state.is === "stopped").map(({ name }) => name)).toEqual(["worker", "postgres"]);
});

test("a part that will not end is killed, and the whole stop takes less than 10 s", async () => {
  const { supervisor, pids } = start([shellService("worker", `trap '' TERM; ${RUN}`)]);
  await supervisor.started;
  const startedAt = performance.now();

  await supervisor.stop();

  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(await waitUntil(() => noneRuns(pids), { timeoutMs: 20_000 })).toBe(true);
});

test("a part waits for those it comes after, and one that is optional holds up nobody", async () => {
  const order: string[] = [];
  const task = (name: string, after: string[]): Part => ({
    kind: "task",
    name,
    after,
    run: async () => {
      order.push(name);
      return undefined;
    },
  });
  const never = shellService("temporal", "sleep 60", { isOptional: true });
  const { supervisor } = start([
    never,
    shellService("postgres", RUN),
    task("migrations", ["postgres"]),
    task("log-ins", ["migrations"]),
  ]);

  await supervisor.started;

  expect(order).toEqual(["migrations", "log-ins"]);
});

test("a task that fails ends the start with its program's own words", async () => {
  const script = join(folder, "connect.sh");
  writeFileSync(script, "echo 'The webhook lacks the scope imbot. Add it on the portal.' >&2; exit 1");
  const connect: Part = {
    kind: "task",
    name: "portal",
    after: [],
    run: async ({ runProgram }) => {
      await runProgram({ file: "sh", args: [script] });
      return undefined;
    },
  };
  const { supervisor, statesOf } = start([shellService("postgres", RUN), connect]);

  await expect(supervisor.started).rejects.toThrow("The webhook lacks the scope imbot. Add it on the portal.");
  expect(statesOf("portal").at(-1)).toMatchObject({ is: "failed" });
});

test("a part this machine cannot run is said to be unavailable, and is not tried again", async () => {
  const reason = "There is no Temporal server.";
  const missing = shellService("temporal", RUN, { prepare: async () => ({ ok: false, reason }) });
  const { supervisor, statesOf } = start([missing]);

  await supervisor.started;

  expect(statesOf("temporal").at(-1)).toEqual({ is: "unavailable", note: reason });
});
