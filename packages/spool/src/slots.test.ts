import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { openSpool } from "./open-spool.ts";
import { tryLock } from "./process-lock.ts";
import { startOwner } from "./testing/owner.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { appendText, drainTexts } from "./testing/texts.ts";

const MB = 1024 * 1024;

test("two spools on one folder keep apart, and neither takes what the other has while it lives", async () => {
  const folder = temporaryFolder();
  const one = await openSpool({ folder, maxBytes: MB });
  await appendText(one, "of one");
  const two = await openSpool({ folder, maxBytes: MB });
  await appendText(two, "of two");

  expect(await two.adopt()).toEqual({ records: 0 });
  expect(await drainTexts(two)).toEqual(["of two"]);
  expect(await drainTexts(one)).toEqual(["of one"]);
  await one.close();
  await two.close();
});

test("what a dead process left is taken over by a living one, before its own and once", async () => {
  const folder = temporaryFolder();
  const dead = await startOwner(folder, 50);
  const heirs = await Promise.all([1, 2].map(() => openSpool({ folder, maxBytes: MB })));
  await dead.untilAcknowledged(20);
  expect(heirs.map((heir) => heir.status().records)).toEqual([0, 0]);
  const acknowledged = await dead.kill();
  for (const heir of heirs) await appendText(heir, "later");
  const adopted = await Promise.all(heirs.map((heir) => heir.adopt()));
  const [first = [], second = []] = await Promise.all(heirs.map(drainTexts));

  const heritage = [...first, ...second].filter((value) => value !== "later");
  expect(adopted.reduce((sum, { records }) => sum + records, 0)).toBe(heritage.length);
  expect(heritage.slice(0, acknowledged.length)).toEqual(acknowledged);
  expect([first.at(-1), second.at(-1)]).toEqual(["later", "later"]);
  for (const heir of heirs) await heir.close();
});

test("a spool opens with everything that any dead process left in its folder", async () => {
  const folder = temporaryFolder();
  const owners = [await startOwner(folder, 50), await startOwner(folder, 50)];
  for (const owner of owners) await owner.untilAcknowledged(5);
  const left = await Promise.all(owners.map((owner) => owner.kill()));

  const heir = await openSpool({ folder, maxBytes: MB });
  expect(await drainTexts(heir)).toEqual(expect.arrayContaining(left.flat()));
  await heir.close();
});

test("a lock is free again when its holder let go, and not before", () => {
  const path = join(temporaryFolder(), "0.lock");
  const held = tryLock(path);
  expect(held).not.toBeNull();
  expect(tryLock(path)).toBeNull();
  held?.release();
  const again = tryLock(path);
  expect(again).not.toBeNull();
  again?.release();
});

test("a folder that cannot be used is named at once", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "0.lock"));

  await expect(openSpool({ folder, maxBytes: MB })).rejects.toMatchObject({
    code: "unreachable",
    message: expect.stringContaining(folder),
  });
});
