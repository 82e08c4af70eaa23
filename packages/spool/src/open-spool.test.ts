import { AppError } from "@botdeck/core";
import { expect, test } from "vitest";

import { openSpool } from "./open-spool.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { appendText, drainTexts, text } from "./testing/texts.ts";
import { watchedDisk } from "./testing/watched-disk.ts";

const MB = 1024 * 1024;

test("records come out in the order in which they were given, in batches, across files and processes", async () => {
  const folder = temporaryFolder();
  const given = Array.from({ length: 500 }, (_, index) => `event ${index}`);
  const first = await openSpool({ folder, maxBytes: MB, segmentBytes: 1_000 });
  for (const value of given.slice(0, 100)) await appendText(first, value);
  await Promise.all(given.slice(100, 300).map((value) => appendText(first, value)));
  await first.close();
  const second = await openSpool({ folder, maxBytes: MB, segmentBytes: 1_000 });
  await Promise.all(given.slice(300).map((value) => appendText(second, value)));

  const batches: string[][] = [];
  const { drained } = await second.drain(async (records) => void batches.push(records.map(text)), {
    batch: { maxRecords: 30 },
  });

  expect(batches.flat()).toEqual(given);
  expect(drained).toBe(500);
  expect(Math.max(...batches.map((batch) => batch.length))).toBe(30);
  await second.close();
});

test("records of any size come out, also some that are larger than what is read or handed over at once", async () => {
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: 32 * MB, segmentBytes: 8 * MB });
  const sizes = [0, 400_000, 1, 700_000, 3 * MB, 5, 900_000, 900_000, 0, 2 * MB, 7];
  await Promise.all(sizes.map((size, index) => spool.append(Buffer.alloc(size, index))));

  const taken: Uint8Array[] = [];
  const batchBytes: number[] = [];
  await spool.drain(async (records) => {
    taken.push(...records);
    if (records.length > 1) batchBytes.push(records.reduce((sum, record) => sum + record.length, 0));
  });
  expect(taken.map((record) => record.length)).toEqual(sizes);
  expect(taken.every((record, index) => Buffer.from(record).equals(Buffer.alloc(record.length, index)))).toBe(true);
  expect(Math.max(...batchBytes)).toBeLessThanOrEqual(MB);
  await spool.close();
});

test("the order holds when the clock stands still or is set back", async () => {
  const folder = temporaryFolder();
  const times = [5_000, 5_000, 4_000, 6_000, 10];
  for (const [start, values] of [["a", "b"], ["c"], ["d", "e"]].entries()) {
    const spool = await openSpool({ folder, maxBytes: MB, segmentBytes: 1, now: () => times.shift() ?? start });
    for (const value of values) await appendText(spool, value);
    await spool.close();
  }
  const spool = await openSpool({ folder, maxBytes: MB });
  expect(await drainTexts(spool)).toEqual(["a", "b", "c", "d", "e"]);
  await spool.close();
});

test("a record that is on its way to the disk when the rest has been taken is waited for", async () => {
  let isSlow = false;
  const openFile = watchedDisk(async (operation) => {
    if (!isSlow || operation !== "datasync") return;
    // Long enough for the drain to come to the end of the file.
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
  });
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB, openFile });
  await appendText(spool, "a");
  isSlow = true;
  const taken: string[] = [];
  let late: Promise<void> | undefined;
  await spool.drain(async (records) => {
    late ??= appendText(spool, "b");
    taken.push(...records.map(text));
  });

  await late;
  expect(taken).toEqual(["a", "b"]);
  await spool.close();
});

test("a batch that could not be taken stays, and comes first the next time", async () => {
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB });
  for (const value of ["a", "b", "c", "d"]) await appendText(spool, value);
  const taken: string[] = [];
  const failSecond = spool.drain(
    async (records) => {
      if (taken.length === 2) throw new Error("Postgres is away");
      taken.push(...records.map(text));
    },
    { batch: { maxRecords: 2 } },
  );

  await expect(failSecond).rejects.toThrow("Postgres is away");
  expect(spool.status().records).toBe(2);
  expect(await drainTexts(spool)).toEqual(["c", "d"]);
  await spool.close();
});

test("what was taken does not come again after an orderly start, also when its file is not through yet", async () => {
  const folder = temporaryFolder();
  const first = await openSpool({ folder, maxBytes: MB });
  for (const value of ["a", "b", "c"]) await appendText(first, value);
  const stop = new AbortController();
  await first.drain(async () => stop.abort(), { batch: { maxRecords: 2 }, signal: stop.signal });
  await first.close();

  const second = await openSpool({ folder, maxBytes: MB });
  expect(await drainTexts(second)).toEqual(["c"]);
  await second.close();
});

test("the state counts a record from the call on until the turn in which it was taken", async () => {
  let nowMs = 1_000;
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB, now: () => nowMs });
  expect(spool.status()).toEqual({ records: 0, bytes: 0, isFull: false, problem: null, oldestAt: null });

  const kept = appendText(spool, "a");
  expect(spool.status()).toMatchObject({ records: 1, oldestAt: new Date(1_000) });
  await kept;
  nowMs = 2_000;
  await appendText(spool, "b");
  expect(spool.status()).toMatchObject({ records: 2, oldestAt: new Date(1_000) });

  const seen: unknown[] = [];
  const take = () => {
    const done = Promise.resolve();
    // The spool listens first; this runs in the same turn, right after it.
    queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => seen.push(spool.status()))));
    return done;
  };
  await spool.drain(take, { batch: { maxRecords: 1 } });
  expect(seen).toEqual([
    expect.objectContaining({ records: 1, oldestAt: new Date(2_000) }),
    { records: 0, bytes: 0, isFull: false, problem: null, oldestAt: null },
  ]);
  await spool.close();
});

test("beyond its bound the spool refuses and keeps nothing of the record, until there is room again", async () => {
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: 10_000, segmentBytes: 1_000 });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, (_, index) => appendText(spool, String(index).padStart(200))),
  );
  const kept = outcomes.filter(({ status }) => status === "fulfilled").length;
  expect(kept).toBe(Math.floor(10_000 / 224));
  expect(spool.status()).toMatchObject({ records: kept, isFull: true, problem: null });
  const refused = await spool.append(Buffer.alloc(200)).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "unreachable", context: { reason: "full" }, retryAfterMs: expect.any(Number) });
  expect(refused).toBeInstanceOf(AppError);

  expect(await drainTexts(spool)).toHaveLength(kept);
  expect(spool.status()).toMatchObject({ records: 0, isFull: false, problem: null });
  await appendText(spool, "room");
  await expect(spool.append(Buffer.alloc(20_000))).rejects.toMatchObject({ code: "invalid" });
  await spool.close();
});

test("more than the disk takes at the moment is refused at once instead of gathered in memory", async () => {
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB, maxPendingBytes: 1_000 });
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => spool.append(Buffer.alloc(300))));

  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused).toHaveLength(7);
  expect(refused[0]?.reason).toMatchObject({ code: "unreachable", context: { reason: "busy" } });
  expect((await drainTexts(spool)).length).toBe(3);
  await spool.close();
});

test("closing waits for what is under way, and refuses what comes later", async () => {
  const folder = temporaryFolder();
  const spool = await openSpool({ folder, maxBytes: MB });
  await appendText(spool, "a");
  const order: string[] = [];
  const kept = appendText(spool, "b").then(() => order.push("kept"));
  const closed = spool.close().then(() => order.push("closed"));
  await expect(appendText(spool, "c")).rejects.toMatchObject({ code: "unreachable", context: { reason: "closed" } });
  await Promise.all([kept, closed]);
  expect(order).toEqual(["kept", "closed"]);

  const next = await openSpool({ folder, maxBytes: MB });
  expect(await drainTexts(next)).toEqual(["a", "b"]);
  await next.close();
});

test("only one drain runs at a time, and it also takes what arrives meanwhile", async () => {
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB });
  await appendText(spool, "a");
  const taken: string[] = [];
  const drain = spool.drain(async (records) => {
    if (taken.length === 0) await appendText(spool, "b");
    taken.push(...records.map(text));
  });

  await expect(spool.drain(async () => undefined)).rejects.toMatchObject({ code: "conflict" });
  expect(await drain).toEqual({ drained: 2 });
  expect(taken).toEqual(["a", "b"]);
  await spool.close();
});
