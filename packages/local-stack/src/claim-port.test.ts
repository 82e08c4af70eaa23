import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { claimPort } from "./claim-port.ts";
import { freePort } from "./free-port.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-stack-ports-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a port claimed by a running process is nobody else's, though nothing listens on it yet", async () => {
  const preferred = await freePort();

  const first = await claimPort(preferred, folder);
  const second = await claimPort(preferred, folder);

  expect(second).toBeGreaterThan(first);
});

test("a claim whose process is gone counts for nothing", async () => {
  const preferred = (await freePort()) + 100;
  writeFileSync(join(folder, String(preferred)), JSON.stringify({ pid: process.pid, startedAt: "long ago" }));

  expect(await claimPort(preferred, folder)).toBe(preferred);
});

test("a port somebody listens on is passed over", async () => {
  const occupant = createServer();
  const busy = await new Promise<number>((resolve) => {
    occupant.listen(0, "127.0.0.1", () => resolve((occupant.address() as { port: number }).port));
  });

  expect(await claimPort(busy, folder)).toBeGreaterThan(busy);
  occupant.close();
});
