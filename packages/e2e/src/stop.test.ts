import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { freePort, waitUntil } from "@botdeck/local-stack";
import { expect, onTestFinished, test } from "vitest";

import { REPOSITORY } from "./system/program.ts";
import { readRunRecord, START_SCRIPT, startEnvironment, startSystem } from "./system/start-system.ts";
import { makeTemporaryHome } from "./system/temporary-home.ts";

const PARTS = ["console", "emulator", "gateway", "postgres", "temporal", "worker"];
const STOPS_WITHIN_MS = 10_000;

test("Ctrl-C stops everything within ten seconds and leaves no process behind", async () => {
  const system = await startSystem();
  onTestFinished(system.stop);
  const parts = partsAt(system.home);
  const ports = [...system.output().matchAll(/ready +\S*127\.0\.0\.1:(\d+)/g)].map(([, port]) => Number(port));
  expect(Object.keys(parts).toSorted()).toEqual(PARTS);

  const startedAt = performance.now();
  const { code } = await system.interrupt();

  expect(performance.now() - startedAt).toBeLessThan(STOPS_WITHIN_MS);
  expect(code).toBe(0);
  expect(survivorsOf(parts)).toEqual([]);
  expect(await Promise.all(ports.map((port) => freePort(port)))).toEqual(ports);
  expect(existsSync(join(system.home, "run.json"))).toBe(false);
});

test("a start whose output nobody reads any more still stops everything", async () => {
  const home = makeTemporaryHome();
  const env = { ...process.env, ...startEnvironment(home.path) };
  const start = spawn(process.execPath, [START_SCRIPT], { cwd: REPOSITORY, env, stdio: ["ignore", "pipe", "pipe"] });
  const exited = once(start, "exit");
  onTestFinished(async () => {
    start.kill("SIGINT");
    await exited;
    home.remove();
  });

  start.stdout.destroy();
  start.stderr.destroy();
  const ended = new AbortController();
  void exited.then(() => ended.abort());
  await waitUntil(() => readRunRecord(home.path)?.readyAt != null, { timeoutMs: 120_000, signal: ended.signal });
  const parts = partsAt(home.path);
  start.kill("SIGINT");

  expect(await exited).toEqual([0, null]);
  expect(survivorsOf(parts)).toEqual([]);
});

/** The process ids of the parts, by name. */
function partsAt(home: string): Record<string, number> {
  const entries = Object.entries(readRunRecord(home)?.parts ?? {});
  return Object.fromEntries(entries.map(([name, { pid }]) => [name, pid]));
}

/** Each part leads a process group, so this finds its children too. */
function survivorsOf(parts: Record<string, number>): string[] {
  return Object.keys(parts).filter((name) => {
    try {
      return process.kill(-(parts[name] ?? 0), 0);
    } catch {
      return false;
    }
  });
}
