import { open } from "node:fs/promises";
import { join, resolve } from "node:path";

import { AppError } from "@botdeck/core";

import { diskErrorCode, type OpenFile, tryDisk } from "./disk.ts";
import { drainSegments } from "./drain-segments.ts";
import type { ReportFinding } from "./finding.ts";
import { frameBytes } from "./frame.ts";
import { createGroupCommit } from "./group-commit.ts";
import { createHandOver } from "./hand-over.ts";
import { moveSegment, recoverSegments } from "./recover-segments.ts";
import { HEADER_BYTES } from "./segment-header.ts";
import { createSegmentList } from "./segment-list.ts";
import { createSegmentWriter } from "./segment-writer.ts";
import type { Segment } from "./segment.ts";
import { takeSlot, visitAbandonedSlots } from "./slots.ts";
import { diskFailure, refusal } from "./spool-errors.ts";
import type { Spool } from "./spool.ts";

const SEGMENT_BYTES = 8 * 1024 * 1024;
const GROUP_BYTES = 1024 * 1024;
const PENDING_BYTES = 8 * 1024 * 1024;
const BATCH = { maxRecords: 200, maxBytes: 1024 * 1024 };
const HOLD_MS = 100;

export type SpoolOptions = {
  /** A folder on a local disk, not on a network drive. Processes may share it; each takes a slot of its own. */
  folder: string;
  /** The most that one process keeps on the disk. What it adopts may pass it; then it is full until that is drained. */
  maxBytes: number;
  /** Where a file ends and the next begins; space is freed by the file. 8 MB, or a quarter of the bound. */
  segmentBytes?: number;
  /** The most that may wait in memory for the disk: 8 MB unless told. */
  maxPendingBytes?: number;
  /** How long `appendUnlessEmpty` may wait for the end of a drain: 100 ms unless told. */
  holdMs?: number;
  onFinding?: ReportFinding;
  /** Milliseconds since 1970. */
  now?: () => number;
  openFile?: OpenFile;
};

/**
 * Opens a bounded, durable, ordered log in a folder, with all that this and earlier processes left there undrained.
 *
 * @throws AppError `unreachable` when the folder cannot be used, `conflict` when all its slots are taken.
 */
export async function openSpool(options: SpoolOptions): Promise<Spool> {
  const { maxBytes, maxPendingBytes = PENDING_BYTES, holdMs = HOLD_MS, now = Date.now, openFile = open } = options;
  const segmentBytes = options.segmentBytes ?? Math.min(SEGMENT_BYTES, Math.ceil(maxBytes / 4));
  const report: ReportFinding = options.onFinding ?? (() => undefined);
  const parent = resolve(options.folder);
  const slot = await takeSlot(parent);
  const { folder } = slot;
  const segments = createSegmentList(now);
  const writer = createSegmentWriter({
    folder,
    segmentBytes,
    nextOrder: segments.nextOrder,
    onBegun: segments.add,
    openFile,
  });
  const commits = createGroupCommit(writer.write, GROUP_BYTES);
  const handOver = createHandOver({ append, holdMs, maxBytes: maxPendingBytes });
  let isFull = false;
  let problem: string | null = null;
  let probing: Promise<void> | null = null;
  let draining: Promise<unknown> | null = null;
  let adopting: Promise<{ records: number }> | null = null;
  let closing: Promise<void> | null = null;

  const waitingRecords = (): number => segments.waiting().records + commits.pending().records;

  async function append(record: Uint8Array): Promise<void> {
    makeRoom(record);
    try {
      await commits.add({ payload: record, acceptedAtMs: now() });
      problem = null;
    } catch (cause) {
      noteProblem(cause);
      throw diskFailure(`The spool could not write to ${folder}`, cause);
    }
  }

  function noteProblem(cause: unknown): void {
    problem = `The disk of the spool takes nothing: ${diskErrorCode(cause)}. Check its space, its rights and its health.`;
  }

  async function probe(): Promise<void> {
    try {
      await tryDisk(join(folder, "probe"), openFile);
      problem = null;
    } catch (cause) {
      noteProblem(cause);
    }
  }

  function makeRoom(record: Uint8Array): void {
    if (closing !== null) throw refusal("closed", `The spool ${folder} is closed.`);
    const size = frameBytes(record.length);
    if (size + HEADER_BYTES > maxBytes) {
      throw new AppError(
        "invalid",
        `A record of ${record.length} bytes can never fit into the spool: its bound is ${maxBytes}.`,
      );
    }
    const pending = commits.pending();
    isFull = segments.fileBytes() + pending.bytes + size > maxBytes;
    if (isFull) {
      throw refusal(
        "full",
        `The spool ${folder} is full: its bound is ${maxBytes} bytes. It empties when Postgres is back.`,
      );
    }
    if (pending.records > 0 && pending.bytes + size > maxPendingBytes) {
      throw refusal(
        "busy",
        `The disk of the spool ${folder} does not keep up: ${pending.records} records wait for it.`,
      );
    }
  }

  function forget(segment: Segment): void {
    segments.remove(segment);
    isFull = false;
  }

  function release(segment: Segment): boolean {
    if (!writer.isWritingTo(segment)) return true;
    if (commits.pending().records > 0) return false;
    void writer.leave();
    return true;
  }

  async function takeOver(): Promise<{ records: number }> {
    let records = 0;
    await visitAbandonedSlots(parent, async (left) => {
      for (const segment of await recoverSegments(left, report)) {
        segments.add(await moveSegment(segment, folder));
        records += segment.records;
      }
    });
    return { records };
  }

  async function adopt(): Promise<{ records: number }> {
    if (closing !== null) throw refusal("closed", `The spool ${folder} is closed.`);
    adopting ??= takeOver().finally(() => (adopting = null));
    try {
      return await adopting;
    } catch (cause) {
      throw diskFailure(`The spool could not take over what others left in ${parent}`, cause);
    }
  }

  async function close(): Promise<void> {
    await adopting?.catch(() => undefined);
    await draining?.catch(() => undefined);
    await probing;
    while (commits.pending().records > 0) await commits.nextEnd();
    await writer.leave();
    slot.lock.release();
  }

  try {
    for (const segment of await recoverSegments(folder, report)) segments.add(segment);
    await takeOver();
  } catch (cause) {
    slot.lock.release();
    throw diskFailure(`The spool could not read what it left in ${parent}`, cause);
  }

  return {
    append,

    async appendUnlessEmpty(record) {
      if (handOver.isHolding()) return handOver.hold(record);
      if (waitingRecords() === 0) return "empty";
      await append(record);
      return "kept";
    },

    async drain(take, { signal, batch } = {}) {
      if (closing !== null) throw refusal("closed", `The spool ${folder} is closed.`);
      if (draining !== null) throw new AppError("conflict", `The spool ${folder} is being drained already.`);
      const sizes = { ...BATCH, ...batch };
      let mayHold = true;
      const onTaken = (): void => {
        const left = waitingRecords();
        if (left === 0) return handOver.endEmpty();
        // Once per drain: when it did not end in time, the next holding would only slow everybody down again.
        if (mayHold && left <= sizes.maxRecords) {
          mayHold = false;
          handOver.begin();
        }
      };
      const mustStop = () => closing !== null || signal?.aborted === true;
      const log = { oldest: segments.oldest, forget, release, nextWrite: commits.nextEnd, mustStop, onTaken, report };
      const run = drainSegments(log, take, sizes);
      draining = run;
      try {
        return { drained: await run };
      } finally {
        draining = null;
        if (waitingRecords() === 0) handOver.endEmpty();
        else handOver.endKept();
      }
    },

    status() {
      const waiting = segments.waiting();
      const pending = commits.pending();
      const oldestAtMs = waiting.oldestAtMs ?? pending.oldestAtMs;
      return {
        records: waiting.records + pending.records,
        bytes: waiting.bytes + pending.bytes,
        isFull,
        problem,
        oldestAt: oldestAtMs === null ? null : new Date(oldestAtMs),
      };
    },

    adopt,

    async probe() {
      // What waits there was taken, and an open file may take more where a new one cannot be made.
      if (closing !== null || (problem === null && waitingRecords() > 0)) return;
      await (probing ??= probe().finally(() => (probing = null)));
    },

    close: () => (closing ??= close()),
  };
}
