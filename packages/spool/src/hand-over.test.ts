import { expect, test } from "vitest";

import { openSpool } from "./open-spool.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { appendText, text } from "./testing/texts.ts";

const MB = 1024 * 1024;
const FOREVER_MS = 60_000;

test("a drain comes to its end although events never stop arriving, and the direct way goes on in order", async () => {
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB, holdMs: FOREVER_MS });
  const stored: number[] = [];
  let next = 0;
  const underWay: Promise<void>[] = [];
  const arrive = async (): Promise<void> => {
    const event = next++;
    if ((await spool.appendUnlessEmpty(Buffer.from(String(event)))) === "empty") stored.push(event);
  };
  await appendText(spool, String(next++));
  for (let count = 0; count < 5; count++) underWay.push(arrive());

  const { drained } = await spool.drain(
    async (records) => {
      // As many arrive during each batch as it takes away.
      for (let count = 0; count < records.length; count++) underWay.push(arrive());
      stored.push(...records.map((record) => Number(text(record))));
    },
    { batch: { maxRecords: 10 } },
  );
  underWay.push(arrive());
  await Promise.all(underWay);

  expect(stored).toEqual(Array.from({ length: next }, (_, index) => index));
  expect(drained).toBeLessThan(next - 1);
  expect(spool.status().records).toBe(0);
  await spool.close();
});

test("an event that waited for the end of a drain is kept behind the rest when the drain fails", async () => {
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB, holdMs: FOREVER_MS });
  for (const value of ["a", "b"]) await appendText(spool, value);
  let outcome: Promise<string> | undefined;
  let batches = 0;
  const drain = spool.drain(
    async () => {
      if (++batches === 1) return;
      outcome = spool.appendUnlessEmpty(Buffer.from("c"));
      throw new Error("Postgres is away again");
    },
    { batch: { maxRecords: 1 } },
  );

  await expect(drain).rejects.toThrow("away again");
  expect(await outcome).toBe("kept");
  expect(spool.status().records).toBe(2);
  await spool.close();
});

test("an event does not wait longer than it was told for a batch that hangs", async () => {
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB, holdMs: 1 });
  for (const value of ["a", "b"]) await appendText(spool, value);
  const outcomes: string[] = [];
  let batches = 0;
  const { drained } = await spool.drain(
    async () => {
      // This batch ends only when the event has its answer.
      if (++batches === 2) outcomes.push(await spool.appendUnlessEmpty(Buffer.from("c")));
    },
    { batch: { maxRecords: 1 } },
  );

  expect(outcomes).toEqual(["kept"]);
  expect(drained).toBe(3);
  expect(await spool.appendUnlessEmpty(Buffer.from("d"))).toBe("empty");
  await spool.close();
});
