import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";

import { expect, test } from "vitest";

import type { SpoolFinding } from "./finding.ts";
import { openSpool } from "./open-spool.ts";
import { damagedFiles, segmentFiles, tearLast } from "./testing/leftovers.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { appendText, drainTexts } from "./testing/texts.ts";

const HEADER_BYTES = 28;
const FRAME_BYTES = 24 + 1;

/** A closed spool with the texts in one segment. */
async function spoolWith(values: string[]): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder();
  const spool = await openSpool({ folder, maxBytes: 1_000_000 });
  for (const value of values) await appendText(spool, value);
  await spool.close();
  return { folder, file: segmentFiles(folder)[0] ?? "" };
}

async function reopen(folder: string) {
  const findings: SpoolFinding[] = [];
  const spool = await openSpool({ folder, maxBytes: 1_000_000, onFinding: (finding) => findings.push(finding) });
  return { spool, findings };
}

function change(file: string, offset: number, edit: (byte: number) => number): void {
  const bytes = readFileSync(file);
  bytes[offset] = edit(bytes[offset] ?? 0);
  writeFileSync(file, bytes);
}

test("an unfinished write is dropped and told once; what was acknowledged before it stays", async () => {
  const { folder, file } = await spoolWith(["a", "b"]);
  tearLast(folder, 100);

  const first = await reopen(folder);
  expect(first.findings).toEqual([{ kind: "torn", file, offset: HEADER_BYTES + 2 * FRAME_BYTES, bytes: 100 }]);
  await first.spool.close();
  const second = await reopen(folder);
  expect(second.findings).toEqual([]);
  expect(await drainTexts(second.spool)).toEqual(["a", "b"]);
  expect(damagedFiles(folder)).toEqual([]);
  await second.spool.close();
});

test("a damaged record is told, the others come out, and its file is kept for a person", async () => {
  const { folder, file } = await spoolWith(["a", "b", "c"]);
  change(file, HEADER_BYTES + FRAME_BYTES + 24, (byte) => byte ^ 1);
  const damaged = readFileSync(file);

  const { spool, findings } = await reopen(folder);
  expect(spool.status().records).toBe(2);
  expect(await drainTexts(spool)).toEqual(["a", "c"]);
  expect(findings).toEqual([{ kind: "damaged", file, offset: HEADER_BYTES + FRAME_BYTES, bytes: FRAME_BYTES }]);
  expect(damagedFiles(folder)).toEqual([`${file}.damaged`]);
  expect(readFileSync(`${file}.damaged`).subarray(HEADER_BYTES)).toEqual(damaged.subarray(HEADER_BYTES));
  expect(spool.status()).toMatchObject({ records: 0, bytes: 0 });
  await spool.close();
});

test("a record that comes to harm while it waits is told too", async () => {
  const { folder, file } = await spoolWith(["a", "b", "c"]);
  const { spool, findings } = await reopen(folder);
  change(file, HEADER_BYTES, (byte) => byte ^ 1);

  const waiting: number[] = [];
  await spool.drain(async () => void waiting.push(spool.status().records), { batch: { maxRecords: 1 } });
  expect(waiting).toEqual([2, 1]);
  expect(findings).toEqual([{ kind: "damaged", file, offset: HEADER_BYTES, bytes: FRAME_BYTES }]);
  expect(damagedFiles(folder)).toHaveLength(1);
  expect(spool.status().records).toBe(0);
  await spool.close();
});

test("damage in a large file costs its record alone, and is told once", async () => {
  const folder = temporaryFolder();
  const writer = await openSpool({ folder, maxBytes: 16_000_000 });
  for (let number = 0; number < 10; number++) await writer.append(Buffer.alloc(300_000, String(number)));
  await writer.close();
  const file = segmentFiles(folder)[0] ?? "";
  const { spool, findings } = await reopen(folder);
  change(file, HEADER_BYTES + 1.5 * 300_024, (byte) => byte ^ 1);

  const taken = (await drainTexts(spool)).map((value) => value[0]);
  expect(taken.join("")).toBe("023456789");
  expect(findings).toEqual([{ kind: "damaged", file, offset: HEADER_BYTES + 300_024, bytes: 300_024 }]);
  await spool.close();
});

test("bytes that nobody wrote are kept aside even when no record is near them", async () => {
  const { folder, file } = await spoolWith(["a"]);
  appendFileSync(file, "something else");

  const { spool, findings } = await reopen(folder);
  expect(await drainTexts(spool)).toEqual(["a"]);
  expect(findings).toMatchObject([{ kind: "damaged", bytes: 14 }]);
  expect(damagedFiles(folder)).toHaveLength(1);
  await spool.close();
});

test("a damaged head costs no record", async () => {
  const { folder, file } = await spoolWith(["a", "b"]);
  const bytes = readFileSync(file);
  bytes.fill(0xff, 0, HEADER_BYTES);
  writeFileSync(file, bytes);

  const { spool, findings } = await reopen(folder);
  expect(await drainTexts(spool)).toEqual(["a", "b"]);
  expect(findings).toMatchObject([{ kind: "damaged", offset: 0 }]);
  await spool.close();
});

test.each([
  { cursor: "that points into a record", drainedTo: HEADER_BYTES + FRAME_BYTES + 1, isSound: true },
  { cursor: "whose checksum is wrong", drainedTo: HEADER_BYTES + FRAME_BYTES, isSound: false },
])("a cursor $cursor is not believed", async ({ drainedTo, isSound }) => {
  const { folder, file } = await spoolWith(["a", "b"]);
  const bytes = readFileSync(file);
  const marker = bytes.subarray(8, 16);
  bytes.writeUInt32LE(drainedTo, 20);
  if (isSound) bytes.writeUInt32LE(crc32(bytes.subarray(20, 24), crc32(marker)), 24);
  writeFileSync(file, bytes);

  const { spool } = await reopen(folder);
  expect(await drainTexts(spool)).toEqual(["a", "b"]);
  await spool.close();
});

test("a file of a later version is told and left alone", async () => {
  const { folder, file } = await spoolWith(["a"]);
  const bytes = readFileSync(file);
  bytes.writeUInt8(2, 7);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 16)), 16);
  writeFileSync(file, bytes);

  const { spool, findings } = await reopen(folder);
  expect(await drainTexts(spool)).toEqual([]);
  expect(findings).toMatchObject([{ kind: "newer", file }]);
  expect(readFileSync(file)).toEqual(bytes);
  await spool.close();
});

test("a file that somebody removed is told, and does not hold up the ones behind it", async () => {
  const folder = temporaryFolder();
  const findings: SpoolFinding[] = [];
  const onFinding = (finding: SpoolFinding) => findings.push(finding);
  const spool = await openSpool({ folder, maxBytes: 1_000_000, segmentBytes: 30, onFinding });
  await appendText(spool, "a");
  await appendText(spool, "b");
  const [first = ""] = segmentFiles(folder);
  rmSync(first);

  expect(await drainTexts(spool)).toEqual(["b"]);
  expect(findings).toMatchObject([{ kind: "unreadable", file: first }]);
  expect(spool.status().records).toBe(0);
  await spool.close();
});
