import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { openSpool } from "./open-spool.ts";
import { startOwner } from "./testing/owner.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { drainTexts } from "./testing/texts.ts";

const SEEDS = [1, 2, 3, 4, 5, 6];

test("a process killed at any moment leaves everything that it acknowledged, in order, and starts again at once", async () => {
  const folder = temporaryFolder();
  const acknowledged: string[] = [];
  for (const seed of SEEDS) {
    const owner = await startOwner(folder);
    await owner.untilAcknowledged((seed * 7919) % 1_000);
    acknowledged.push(...(await owner.kill()));
  }

  const spool = await openSpool({ folder, maxBytes: 64 * 1024 * 1024 });
  const found = await drainTexts(spool);
  await spool.close();

  // More may be there than was acknowledged: the kill came between the sync and the word of it.
  const promised = new Set(acknowledged);
  expect(found.filter((value) => promised.has(value))).toEqual(acknowledged);
  expect(new Set(found).size).toBe(found.length);
}, 60_000);

test("a process killed while it drains loses nothing: what was kept was taken, or waits", async () => {
  const folder = temporaryFolder();
  const acknowledged: string[] = [];
  const takenFile = join(folder, "taken");
  for (const seed of SEEDS) {
    const owner = await startOwner(folder, takenFile);
    await owner.untilAcknowledged((seed * 104_729) % 3_000);
    acknowledged.push(...(await owner.kill()));
  }
  const taken = readFileSync(takenFile, "utf8").trimEnd().split("\n");

  const spool = await openSpool({ folder, maxBytes: 64 * 1024 * 1024 });
  taken.push(...(await drainTexts(spool)));
  await spool.close();

  const promised = new Set(acknowledged);
  expect([...new Set(taken)].filter((value) => promised.has(value))).toEqual(acknowledged);
}, 60_000);
