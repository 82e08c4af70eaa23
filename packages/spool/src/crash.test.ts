import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { openSpool } from "./open-spool.ts";
import { startOwner } from "./testing/owner.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { drainTexts } from "./testing/texts.ts";

/** After how many acknowledged records the kill comes. */
const MOMENTS = [1, 170, 523, 1_207];

test("a process killed at any moment leaves everything that it acknowledged, in order, and starts again at once", async () => {
  const folder = temporaryFolder();
  const acknowledged: string[] = [];
  for (const moment of MOMENTS) {
    const owner = await startOwner(folder, 2 * moment);
    await owner.untilAcknowledged(moment);
    acknowledged.push(...(await owner.kill()));
  }

  const spool = await openSpool({ folder, maxBytes: 64 * 1024 * 1024 });
  const found = await drainTexts(spool);
  await spool.close();

  // More may be there than was acknowledged: the kill came between the sync and the word of it.
  const promised = new Set(acknowledged);
  expect(found.filter((value) => promised.has(value))).toEqual(acknowledged);
  expect(new Set(found).size).toBe(found.length);
});

test("a process killed while it drains loses nothing: what was kept was taken, or waits", async () => {
  const folder = temporaryFolder();
  const acknowledged: string[] = [];
  const takenFile = join(folder, "taken");
  for (const moment of MOMENTS) {
    const owner = await startOwner(folder, 2 * moment, takenFile);
    await owner.untilAcknowledged(moment);
    acknowledged.push(...(await owner.kill()));
  }
  const taken = readFileSync(takenFile, "utf8").trimEnd().split("\n");

  const spool = await openSpool({ folder, maxBytes: 64 * 1024 * 1024 });
  taken.push(...(await drainTexts(spool)));
  await spool.close();

  const promised = new Set(acknowledged);
  expect([...new Set(taken)].filter((value) => promised.has(value))).toEqual(acknowledged);
});
