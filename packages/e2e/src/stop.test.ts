import { existsSync } from "node:fs";
import { join } from "node:path";

import { freePort } from "@botdeck/local-stack";
import { expect, onTestFinished, test } from "vitest";

import { startSystem } from "./system/start-system.ts";
import { makeTemporaryHome } from "./system/temporary-home.ts";

const PARTS = ["console", "emulator", "gateway", "postgres", "temporal", "worker"];

test("Ctrl-C stops everything within ten seconds and leaves no process behind", async () => {
  const home = makeTemporaryHome();
  onTestFinished(home.remove);
  const system = await startSystem({ home: home.path });
  onTestFinished(async () => void (await system.interrupt()));
  const { parts } = system.record();
  const ports = [...system.output().matchAll(/ready +\S*127\.0\.0\.1:(\d+)/g)].map(([, port]) => Number(port));
  expect(Object.keys(parts).toSorted()).toEqual(PARTS);

  const startedAt = performance.now();
  const { code } = await system.interrupt();

  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(code).toBe(0);
  // Each part leads a process group, so this finds its children too.
  expect(Object.entries(parts).filter(([, { pid }]) => isGroupAlive(pid))).toEqual([]);
  expect(await Promise.all(ports.map((port) => freePort(port)))).toEqual(ports);
  expect(existsSync(join(home.path, "run.json"))).toBe(false);
});

function isGroupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
